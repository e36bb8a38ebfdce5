import type {
  CompiledPolicy,
  GuardrailMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { sortBy, uniqBy } from 'lodash';

type NamedGuardrail = GuardrailMatrix['guardrails'][number];

/**
 * The guardrails of a policy in its order, each as the organisation has it; after them those that overlays of
 * domains add.
 *
 * @internal
 */
export function guardrailsOf(policy: CompiledPolicy): NamedGuardrail[] {
  const layers = [
    policy,
    ...policy.overlays.map(domain => policy.forDomains([domain])),
  ];
  const checks = layers
    .flatMap(({ scorecards }) => scorecards)
    .filter(({ role }) => role === 'guardrails')
    .flatMap(scorecard => scorecard.checks);
  return uniqBy(checks, 'id').map(({ id, mandatory, title }) => ({
    id,
    title,
    mandatory: mandatory === true,
  }));
}

/**
 * Those of some guardrails that are wanted, in their order. After them what results of an earlier policy still tell.
 *
 * @param wanted - titles by id
 * @internal
 */
export function namedGuardrails(
  known: readonly NamedGuardrail[],
  wanted: ReadonlyMap<string, string>,
): NamedGuardrail[] {
  const ids = new Set(known.map(({ id }) => id));
  const former = [...wanted]
    .filter(([id]) => !ids.has(id))
    .map(([id, title]) => ({ id, title, mandatory: false }));
  return [...known.filter(({ id }) => wanted.has(id)), ...sortBy(former, 'id')];
}
