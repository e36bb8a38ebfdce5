import type { Knex } from 'knex';
import { setUpDecisions } from '../setUpDecisions';
import { toProposal, type ProposalRow } from '../../proposals/proposalRows';

export type Governed = Awaited<ReturnType<typeof setUpGovernance>>;

const TABLES = [
  'proposal_votes',
  'proposals',
  'exemption_requests',
  'exemptions',
  'grants',
];

/** What decides, with what the laws look at. */
export async function setUpGovernance(knex: Knex) {
  const t = await setUpDecisions(knex);
  const start = t.clock.time;
  const proposals = async () =>
    (await knex<ProposalRow>('proposals').orderBy(['opened_at', 'id'])).map(
      toProposal,
    );
  return {
    ...t,
    isOwner: (ref: string) =>
      ['user:default/ann', 'user:default/dan'].includes(ref),
    /** As if nobody had ever asked for anything. */
    async begin() {
      for (const table of TABLES) {
        await knex(table).delete();
      }
      t.clock.time = start;
    },
    /** The proposal of a key that is not among the known ones. */
    async newest(key: string, known: ReadonlySet<string>) {
      const of = (await proposals()).filter(
        ({ entityRef, id, matter, subject }) =>
          `${matter} ${entityRef} ${subject}` === key && !known.has(id),
      );
      expect(of).toHaveLength(1);
      return of[0];
    },
    async stored() {
      const rows = await knex('exemptions')
        .join(
          'exemption_requests',
          'exemption_requests.exemption_id',
          'exemptions.id',
        )
        .select(
          'exemption_requests.id as request_id',
          'exemptions.from_at',
          'exemptions.expires_at',
        );
      return {
        proposals: await proposals(),
        votes: await knex('proposal_votes').select(),
        exemptions: rows.map(row => ({
          requestId: row.request_id,
          from: Number(row.from_at),
          expiresAt: Number(row.expires_at),
        })),
      };
    },
    /** What is said of those that were approved. */
    async exemptionsNow() {
      const { items } = await t.exemptions.service.list(
        { limit: 200, state: ['in-force', 'expired', 'revoked'] },
        { credentials: {} as any },
      );
      return items.map(({ expiresAt, revokedAt, state }) => ({
        endsAt: Math.min(expiresAt, revokedAt ?? Infinity),
        isInForce: state === 'in-force',
      }));
    },
  };
}
