import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ClaimWorker } from '../../database';
import {
  LEASE_MS,
  SimulationWorker,
  type SimulationWorkerOptions,
} from './worker';

/**
 * What works simulations off.
 *
 * @internal
 */
export interface Simulations {
  /** Until the process ends. */
  start(options: { lifecycle: LifecycleService }): void;
  /** There is one to begin. */
  wake(): void;
}

/**
 * Puts together what works simulations off.
 *
 * @param options - while `isFlooded`, what comes in goes first
 * @internal
 */
export function createSimulations(
  options: SimulationWorkerOptions & {
    isFlooded: () => boolean;
    logger: LoggerService;
  },
): Simulations {
  const { isFlooded, logger } = options;
  const worker = SimulationWorker.create(options);
  const loop = ClaimWorker.create({
    givesWay: isFlooded,
    limit: LEASE_MS,
    logger,
    name: 'simulations',
    work: () => worker.work(),
  });
  return {
    start({ lifecycle }) {
      lifecycle.addStartupHook(() => loop.start());
      lifecycle.addShutdownHook(() => loop.stop());
    },
    wake: () => loop.wake(),
  };
}
