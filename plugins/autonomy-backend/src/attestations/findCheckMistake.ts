import {
  Horizon,
  type CompiledCheck,
  type CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ScopedEntity } from '../entities';

/**
 * Why the owners of an entity cannot answer a check: it has to be in the policy of the entity's domains,
 * apply to the entity, and be attestable. One that is only announced can be answered ahead.
 *
 * @param now - UTC milliseconds
 * @returns what was expected and found; undefined where they can
 * @internal
 */
export function findCheckMistake(
  checkId: string,
  entity: ScopedEntity,
  policy: CompiledPolicy,
  now: number,
): string | undefined {
  const { domainChain = [], entityRef } = entity.snapshot;
  const found = JSON.stringify(checkId);
  const known = policy
    .forDomains(domainChain)
    .compiled.flatMap(({ checks, matches }) =>
      checks
        .filter(({ definition }) => definition.id === checkId)
        .map(check => ({ check, matches })),
    );
  if (known.length === 0) {
    return `expected the id of a check, found ${found}, which no scorecard has`;
  }
  const { kind, metadata, spec } = entity.snapshot;
  const applying = known.filter(
    ({ check, matches }) =>
      matches({ kind, metadata, spec }) && mayApply(check, entity, now),
  );
  if (applying.length === 0) {
    return `expected a check that applies to ${entityRef}, found ${found}, which does not`;
  }
  if (!applying.some(({ check }) => check.definition.attestable)) {
    return `expected a check that owners may answer, found ${found}, which is not attestable`;
  }
  return undefined;
}

/** A condition that cannot be told means applicable. */
function mayApply(
  { when }: CompiledCheck,
  { context }: ScopedEntity,
  now: number,
): boolean {
  const outcome = when?.evaluate(
    { catalog: context.catalogFacts },
    new Horizon(now),
  );
  return !(outcome?.kind === 'value' && outcome.value === false);
}
