import type {
  Evaluation,
  LevelRequirement,
  LevelStep,
  ProposalEvidence,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What a board sees of the evaluation that led to a proposal: the figures of the entity, and what the level asks for.
 *
 * @param step - of the proposed level
 * @internal
 */
export function promotionEvidence(
  evaluation: Pick<
    Evaluation,
    'accountability' | 'readiness' | 'rights' | 'trust'
  >,
  { heldSince, level, requirements, sustainedAt, title }: LevelStep,
): ProposalEvidence[] {
  const { accountability, readiness, trust } = evaluation;
  const minimumOf = (kind: 'accountability' | 'readiness') =>
    requirements.find(requirement => requirement.kind === kind);
  const ref = `level-${level}`;
  return [
    ...[
      { kind: 'level', ref, title: `${title}, held since`, at: heldSince },
      {
        kind: 'level',
        ref,
        title: `${title}, sustained since`,
        at: sustainedAt,
      },
    ].flatMap(({ at, ...line }) =>
      at === undefined ? [] : [{ ...line, value: new Date(at).toISOString() }],
    ),
    figure('readiness', 'Readiness', readiness.score, minimumOf('readiness')),
    figure(
      'accountability',
      'Accountability',
      accountability.score,
      minimumOf('accountability'),
    ),
    ...trust.map(({ area, value }): ProposalEvidence => {
      const asked = requirements.find(
        requirement =>
          requirement.kind === 'trust' && requirement.area === area,
      );
      return {
        ref: area,
        ...figure('trust', `Trust in ${area}`, value, asked),
      };
    }),
    ...requirements.flatMap(otherLine),
  ];
}

function figure(
  kind: string,
  title: string,
  value: number | undefined,
  asked: LevelRequirement | undefined,
): ProposalEvidence {
  return {
    kind,
    title,
    ...(value !== undefined && { value }),
    ...(asked &&
      'minimum' in asked && { bound: asked.minimum, met: asked.met }),
  };
}

/** What a level asks for besides the figures. */
function otherLine(requirement: LevelRequirement): ProposalEvidence[] {
  const { met } = requirement;
  switch (requirement.kind) {
    case 'check': {
      const { id, state, title } = requirement.check;
      return [{ kind: 'check', ref: id, title, value: state, met }];
    }
    case 'guardrail':
      return [
        {
          kind: 'guardrail',
          title: 'Mandatory guardrails',
          value: requirement.guardrailIds.join(', ') || 'none breached',
          met,
        },
      ];
    default:
      return [];
  }
}
