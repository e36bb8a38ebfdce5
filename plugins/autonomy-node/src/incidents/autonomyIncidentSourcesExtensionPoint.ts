import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { IncidentSourceType } from './IncidentSource';

/** @public */
export interface AutonomyIncidentSourcesExtensionPoint {
  /** @throws where the type is taken */
  addIncidentSourceType(type: IncidentSourceType): void;
}

/**
 * Where modules add kinds of incident sources.
 *
 * @public
 */
export const autonomyIncidentSourcesExtensionPoint =
  createExtensionPoint<AutonomyIncidentSourcesExtensionPoint>({
    id: 'autonomy.incident-sources',
  });
