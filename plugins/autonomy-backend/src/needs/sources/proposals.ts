import {
  MATTERS,
  type CompiledPolicy,
  type Matter,
  type Need,
  type NeedKind,
  type ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { toInstant } from '../../database';
import { entityOf, withEntity } from '../needRows';
import type { FoundNeeds, NeedsQuestion, NeedsSource } from '../NeedsSource';
import { readSome } from '../readSome';

/** Matters with a kind of their own; all others are proposals. */
const OWN_KINDS: Partial<Record<Matter, NeedKind>> = {
  promotion: 'promotion-undecided',
  exemption: 'exemption-undecided',
  incident: 'incident-undecided',
};

const KINDS: [NeedKind, Matter[]][] = [
  ...Object.entries(OWN_KINDS).map(([matter, kind]): [NeedKind, Matter[]] => [
    kind,
    [matter as Matter],
  ]),
  [
    'proposal-undecided',
    MATTERS.filter(matter => OWN_KINDS[matter] === undefined),
  ],
];

/**
 * Open proposals on which the reader has a vote that they have not cast. Whoever owns the entity, or asks, has none.
 *
 * @internal
 */
export function proposalNeeds(options: {
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex, policy } = options;

  const waiting = (
    { now, scope }: NeedsQuestion,
    matters: readonly Matter[],
  ): Knex.QueryBuilder => {
    const { claims } = scope;
    return withEntity(
      knex('proposals')
        .where('proposals.state', 'open')
        .whereIn('proposals.board_ref', scope.boards)
        .whereIn('proposals.matter', matters)
        .whereIn('proposals.entity_ref', scope.visible()),
      'proposals.entity_ref',
    )
      .andWhere(open =>
        open
          .whereNull('proposals.lapses_at')
          .orWhere('proposals.lapses_at', '>', now),
      )
      .andWhere(other =>
        other
          .whereNull('entities.owner_ref')
          .orWhereNotIn('entities.owner_ref', claims),
      )
      .andWhere(other =>
        other
          .where('proposals.is_request', false)
          .orWhereNull('proposals.opened_by')
          .orWhereNotIn('proposals.opened_by', claims),
      )
      .whereNotExists(vote =>
        vote
          .from('proposal_votes as vote')
          .select(knex.raw('1'))
          .whereRaw('vote.proposal_id = proposals.id')
          .whereIn('vote.voter_ref', claims),
      )
      .select(
        'proposals.id',
        'proposals.matter',
        'proposals.content',
        'proposals.lapses_at',
      )
      .orderByRaw(
        'case when proposals.lapses_at is null then 1 else 0 end, proposals.lapses_at, proposals.opened_at, proposals.id',
      );
  };

  const needOf = (row: any, kind: NeedKind): Need => ({
    kind,
    as: 'board',
    entity: entityOf(row),
    ref: row.id,
    matter: kind === 'proposal-undecided' ? row.matter : undefined,
    ...aboutOf(JSON.parse(row.content), policy),
    dueAt: toInstant(row.lapses_at),
  });

  return question =>
    Promise.all(
      KINDS.map(async ([kind, matters]): Promise<FoundNeeds> => {
        const { count, rows } = await readSome(
          waiting(question, matters),
          question.limit,
        );
        return { kind, count, items: rows.map(row => needOf(row, kind)) };
      }),
    );
}

/** What it is about, in words that somebody else chose. */
function aboutOf(
  content: ProposalContent,
  { policy }: CompiledPolicy,
): Pick<Need, 'level' | 'subject'> {
  switch (content.matter) {
    case 'promotion':
      return { level: content.to };
    case 'grant': {
      const area = policy.areas.find(({ id }) => id === content.area);
      return { subject: area?.title ?? content.area };
    }
    case 'placement':
    case 'tier-review':
      return {};
    default:
      return { subject: content.title };
  }
}
