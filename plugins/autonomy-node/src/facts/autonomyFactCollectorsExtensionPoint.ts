import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { FactCollector } from './FactCollector';

/** @public */
export interface AutonomyFactCollectorsExtensionPoint {
  /**
   * Adds a collector; the module that adds it fails to start where this throws.
   *
   * @throws where the id is taken, reserved or no name of a collector, or something else about the
   * collector is not as it should be, with the name of the field
   */
  addFactCollector(collector: FactCollector): void;
}

/**
 * Where modules add fact collectors.
 *
 * @public
 */
export const autonomyFactCollectorsExtensionPoint =
  createExtensionPoint<AutonomyFactCollectorsExtensionPoint>({
    id: 'autonomy.fact-collectors',
  });
