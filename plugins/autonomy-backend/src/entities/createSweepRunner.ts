import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AutonomyConfig } from '../config';
import type { Clock } from '../database';
import { CatalogSweep } from './CatalogSweep';
import { EntityIndexer } from './EntityIndexer';
import type { EntityIndexStore } from './EntityIndexStore';
import { SweepRunner } from './SweepRunner';

/** Facts of the catalog are confirmed this many times within their ttl. */
const CONFIRMATIONS_PER_TTL = 4;

/**
 * Puts together what keeps the index in step with the catalog.
 *
 * @internal
 */
export function createSweepRunner(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock: Clock;
  index: EntityIndexStore;
  logger: LoggerService;
  /** Whether this process's settings are in force. */
  mayRun: () => Promise<boolean>;
  policy: CompiledPolicy;
  settings: Pick<AutonomyConfig, 'boards' | 'centralBoard' | 'scope'>;
  /** Called after each that succeeded. */
  onSwept: () => void;
}): SweepRunner {
  const { clock, index, logger, policy, settings } = options;
  const sweep = CatalogSweep.create({ ...options, scope: settings.scope });
  const indexer = EntityIndexer.create({
    clock,
    confirmEvery: () => policy.policy.facts.defaultTtl / CONFIRMATIONS_PER_TTL,
    index,
    logger,
    settings: () => ({
      tiers: policy.policy.tiers,
      catalog: policy.policy.catalog,
      boards: settings.boards,
      centralBoard: settings.centralBoard,
    }),
    sweep,
  });
  return SweepRunner.create({ ...options, indexer });
}
