import type {
  AutonomyEntitySummary,
  Evaluation,
  GuardrailCounts,
  GuardrailMatrix,
  GuardrailMatrixGroup,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What the backend counts of some entities, domain by domain. Titles are known where an evaluation has
 * the guardrail; elsewhere its id stands for it.
 */
export function guardrailMatrixOf(
  entities: AutonomyEntitySummary[],
  evaluations: Evaluation[],
): GuardrailMatrix {
  const all = entities.flatMap(({ guardrails }) => guardrails);
  const ids = [...new Set(all.map(({ id }) => id))];
  const known = evaluations.flatMap(({ guardrails }) => guardrails.guardrails);
  const groups = domainsOf(entities).map(([ref, members]) =>
    groupOf(ref, members, ids),
  );
  return {
    isWithheld: false,
    guardrails: ids.map(id => {
      const found = known.find(({ check }) => check.id === id);
      return {
        id,
        title: found?.check.title ?? id,
        mandatory: found?.mandatory ?? false,
      };
    }),
    groups: groups.sort((a, b) => b.entities - a.entities),
    totalGroups: groups.length,
  };
}

function domainsOf(entities: AutonomyEntitySummary[]) {
  const domains = new Map<string | undefined, AutonomyEntitySummary[]>();
  for (const entity of entities) {
    const { domainRef } = entity;
    domains.set(domainRef, [...(domains.get(domainRef) ?? []), entity]);
  }
  return [...domains];
}

function groupOf(
  ref: string | undefined,
  members: AutonomyEntitySummary[],
  ids: string[],
): GuardrailMatrixGroup {
  const guardrails = members.flatMap(member => member.guardrails);
  return {
    ref,
    entities: members.length,
    counts: ids.map(id => {
      const counts: GuardrailCounts = {};
      for (const { status } of guardrails.filter(each => each.id === id)) {
        counts[status] = (counts[status] ?? 0) + 1;
      }
      return counts;
    }),
  };
}
