import type { Knex } from 'knex';
import { entity } from '../../__testUtils__/organisation';
import { setUpEvaluation } from '../../__testUtils__/setUpEvaluation';
import { AuditLog } from '../auditlog';
import {
  createProposalDesk,
  DatabaseProposals,
  type CastVote,
  type ProposalTelling,
  type StoredProposal,
} from '../proposals';

export const BOARD = 'group:default/payments-board';
export const EDITORS = 'group:default/editors';
export const CENTRE = 'group:default/architects';

const MEMBERS: Record<string, string[]> = {
  'payments-board': ['bob', 'cat', 'dan'],
  editors: ['eve', 'fay'],
  architects: ['gus', 'hal'],
};

/** Everything that evaluates, and the desk of three boards: of payments, of content and the central one. */
export async function setUpBoards(
  knex: Knex,
  {
    groups = {},
    telling,
    ...options
  }: Parameters<typeof setUpEvaluation>[1] & {
    /** Members of boards that are not the usual ones. */
    groups?: Record<string, string[]>;
    telling?: ProposalTelling;
  } = {},
) {
  const t = await setUpEvaluation(knex, { centralBoard: CENTRE, ...options });
  const { catalog, clock, index, marks, policy } = t;
  catalog.entities = catalog.entities.map(each =>
    each.metadata.name === 'content' && each.kind === 'Domain'
      ? entity('content', {
          kind: 'Domain',
          annotations: { 'autonomy/board': EDITORS },
        })
      : each,
  );
  for (const [name, members] of Object.entries({
    ...MEMBERS,
    ...groups,
  })) {
    const refs = members.map(member => `user:default/${member}`);
    catalog.entities.push(entity(name, { kind: 'Group', members: refs }));
  }
  const auditLog = AuditLog.create();
  const told: string[] = [];
  const desk = createProposalDesk({
    auditLog,
    centralBoard: CENTRE,
    clock,
    index,
    knex,
    marks,
    policy,
    telling: telling ?? {
      opened: async (_trx, { boardRef, matter }) => {
        told.push(`${matter} to ${boardRef}`);
      },
      decided: async (_trx, { matter }, { state }) => {
        told.push(`${matter} ${state}`);
      },
    },
  });
  const proposals = DatabaseProposals.create({ knex });
  const rows = (state?: string): Promise<any[]> => {
    const query = knex('proposals').orderBy(['opened_at', 'id']);
    return state ? query.where({ state }) : query;
  };
  return {
    ...t,
    auditLog,
    desk,
    proposals,
    told,
    /** The one open proposal. */
    async theOpen(): Promise<StoredProposal> {
      const open = await rows('open');
      expect(open).toHaveLength(1);
      return (await proposals.get(open[0].id))!;
    },
    /** Of each proposal, in order of time: `level-2 lapsed`. */
    async states(): Promise<string[]> {
      return (await rows()).map(row => `${row.subject} ${row.state}`);
    },
    rows,
    vote: (id: string, who: string, vote: CastVote['vote'] = 'approve') =>
      desk.vote(id, {
        voterRef: `user:default/${who}`,
        vote,
        comment: `${who} says so`,
      }),
  };
}
