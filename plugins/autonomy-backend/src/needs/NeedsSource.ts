import type {
  Need,
  NeedKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { NeedsScope } from './NeedsScopes';

/**
 * Whose needs are asked for, and when.
 *
 * @internal
 */
export interface NeedsQuestion {
  scope: NeedsScope;
  /** UTC milliseconds. */
  now: number;
  /** How many of each kind are told of. */
  limit: number;
}

/**
 * What there is of one kind.
 *
 * @internal
 */
export interface FoundNeeds {
  kind: NeedKind;
  /** Of all there are, those included that are not told of. */
  count: number;
  items: Need[];
}

/**
 * Where needs come from.
 *
 * @internal
 */
export type NeedsSource = (question: NeedsQuestion) => Promise<FoundNeeds[]>;
