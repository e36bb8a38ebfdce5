import { hasAnnotation } from './hasAnnotation';
import { hasLabel } from './hasLabel';
import { hasMetadata } from './hasMetadata';
import { hasSpec } from './hasSpec';
import { hasTier } from './hasTier';
import { inGovernanceDomain } from './inGovernanceDomain';
import { isEntityKind } from './isEntityKind';
import { isEntityOwner } from './isEntityOwner';

/**
 * The rules that mean the same as the catalog's rules of the same name.
 *
 * @internal
 */
export const catalogRules = {
  hasAnnotation,
  hasLabel,
  hasMetadata,
  hasSpec,
  isEntityKind,
  isEntityOwner,
};

/**
 * All rules for entities.
 *
 * @internal
 */
export const autonomyRules = {
  ...catalogRules,
  hasTier,
  inGovernanceDomain,
};
