import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { performance } from 'node:perf_hooks';
import type { EvaluationTelemetry } from '../evaluation';
import { inSpan } from './inSpan';

/** Seconds: one entity takes some milliseconds, a batch up to some seconds, and nobody waits for longer than a lease. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Of a failed batch only, as OpenTelemetry has it. */
type DurationAttributes = { 'error.type'?: string };
type OutcomeAttributes = {
  outcome: Parameters<EvaluationTelemetry['counted']>[0];
};

/**
 * Makes the instruments of evaluations. No entity and no person is an attribute of any: there would be a series
 * for each.
 *
 * @internal
 */
export function createEvaluationTelemetry({
  metrics,
  tracing,
}: {
  metrics: MetricsService;
  tracing: TracingService;
}): EvaluationTelemetry {
  const duration = metrics.createHistogram<DurationAttributes>(
    'autonomy.evaluation.duration',
    {
      description: 'How long the evaluation of a batch takes',
      unit: 's',
      advice: { explicitBucketBoundaries: DURATIONS },
    },
  );
  const evaluated = metrics.createCounter<OutcomeAttributes>(
    'autonomy.evaluation.entities',
    {
      description: 'Evaluations of entities by what came of them',
      unit: '{entity}',
    },
  );
  const missed = metrics.createCounter('autonomy.evaluation.missed', {
    description: 'Entities found to have changed without being evaluated',
    unit: '{entity}',
  });
  return {
    async batch(entities, work) {
      const begun = performance.now();
      const measure = (attributes?: DurationAttributes) =>
        duration.record((performance.now() - begun) / 1_000, attributes);
      try {
        const attributes = { 'autonomy.batch.entities': entities };
        const done = await inSpan(
          tracing,
          'autonomy.evaluate',
          attributes,
          work,
        );
        measure();
        return done;
      } catch (error) {
        measure({ 'error.type': toError(error).name });
        throw error;
      }
    },
    counted(outcome, entities) {
      if (entities > 0) {
        evaluated.add(entities, { outcome });
      }
    },
    missed: entities => missed.add(entities),
    sweep: work => inSpan(tracing, 'autonomy.evaluation.sweep', {}, work),
  };
}
