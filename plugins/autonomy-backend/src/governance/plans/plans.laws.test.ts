import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DAY, setUpPlans } from './__testUtils__/setUpPlans';

const databases = TestDatabases.create();
jest.setTimeout(300_000);

const NAMES = ['ann', 'amy', 'ada', 'bob', 'cat', 'gus', 'joe'] as const;
const MOST = 90 * DAY;

const name = fc.constantFrom(...NAMES);
const revision = fc.constantFrom(1, 1, 2, 3);
const areas = fc.constantFrom(['operations'], ['security']);
const days = fc.integer({ min: -5, max: 100 });

/** Whatever anybody may try. */
const command = fc.oneof(
  fc.record({
    do: fc.constant('change' as const),
    name,
    revision,
    areas,
    days,
  }),
  fc.record({ do: fc.constant('sign' as const), name, revision }),
  fc.record({ do: fc.constant('sign' as const), name, revision }),
  fc.record({ do: fc.constant('withdraw' as const), name }),
  fc.record({
    do: fc.constant('vote' as const),
    name,
    vote: fc.constantFrom('approve' as const, 'reject' as const),
  }),
  fc.record({
    do: fc.constant('move' as const),
    name,
    change: fc.constantFrom('lift', 'extend', 'extend', 'complete'),
    days,
  }),
  fc.record({
    do: fc.constant('wait' as const),
    days: fc.constantFrom(0, 1, 20, 35),
  }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const story = fc.record({
  drafter: fc.constantFrom('ann' as const, 'bob' as const),
  areas,
  commands: fc.array(command, { minLength: 4, maxLength: 12 }),
});

describe.each(databases.eachSupportedId())('plans on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });
  afterAll(() => knex.destroy());

  it('have an end, two signatures and one open question, whatever is tried', async () => {
    const t = await setUpPlans(knex);
    await t.sweep();
    const start = t.clock.time;
    let reached = 0;

    async function attempt(id: string, step: Command): Promise<void> {
      const known = await t.get(id);
      switch (step.do) {
        case 'change':
          await t.service.change(
            id,
            {
              ...t.sketch({
                areas: step.areas,
                startsAt: t.iso(known.startsAt),
                endsAt: t.iso(known.startsAt + step.days * DAY),
                reviewAt: t.iso(known.startsAt + DAY),
              }),
              revision: step.revision,
            },
            t.as(step.name),
          );
          break;
        case 'sign':
          await t.sign(id, step.name, step.revision);
          break;
        case 'withdraw':
          await t.service.withdraw(id, t.as(step.name));
          break;
        case 'vote': {
          const { changeProposalId, proposalId } = known;
          const open = changeProposalId ?? proposalId;
          if (open !== undefined) {
            await t.vote(open, step.name, step.vote);
          }
          break;
        }
        case 'move': {
          const until = t.iso(known.endsAt + step.days * DAY);
          await t.move(
            id,
            step.change,
            step.change === 'extend' ? { until } : {},
            step.name,
          );
          break;
        }
        default:
          t.clock.time += step.days * DAY;
      }
    }

    async function assertLawful(id: string): Promise<void> {
      const row = await knex('plans').where({ id }).first();
      const plan = await t.get(id);
      const isSigned = plan.team !== undefined && plan.board !== undefined;
      expect(plan.signedAt !== undefined).toBe(isSigned);
      reached += Number(isSigned);
      const { board, signedAt = -Infinity, team } = plan;
      const signatures = [board, team].map(each => each?.signedAt);
      expect(isSigned ? Math.max(...signatures.map(Number)) : signedAt).toBe(
        signedAt,
      );
      expect(plan.startsAt).toBeGreaterThanOrEqual(signedAt);
      const end = plan.extendedTo ?? plan.endsAt;
      expect(plan.endsAt - plan.startsAt).toBeLessThanOrEqual(MOST);
      expect(end - plan.startsAt).toBeLessThanOrEqual(2 * MOST);
      const isOver = end <= t.clock.time;
      expect(isOver && /draft|planned|active/.test(plan.state)).toBe(false);
      const told = [...(await t.store.readFor([plan.entityRef])).values()];
      expect(told.flat().some(each => each.id === id)).toBe(isSigned);
      expect(row.revision).toBe(plan.revision);
    }

    async function assertDecidedByOthers(id: string): Promise<void> {
      const rows = await knex('proposals')
        .leftJoin('proposal_votes', 'proposal_id', 'id')
        .where('subject', id);
      const open = new Set(
        rows.filter(row => row.state === 'open').map(row => row.matter),
      );
      const opened = new Set(
        rows.filter(row => row.state === 'open').map(row => row.id),
      );
      expect(opened.size).toBe(open.size);
      const own = rows.filter(
        row => row.is_request && row.voter_ref === row.opened_by,
      );
      expect(own).toEqual([]);
    }

    await fc.assert(
      fc.asyncProperty(story, async ({ areas: of, commands, drafter }) => {
        t.clock.time = start;
        const { id } = await t.draft(drafter, { areas: of });
        let extendedTo: number | undefined;
        for (const step of commands) {
          // What may not be is refused, and changes nothing that matters.
          const refusal = await attempt(id, step).then(
            () => 'ConflictError',
            error => error.name,
          );
          expect(refusal).toMatch(/^(Conflict|Input|NotAllowed)Error$/);
          await assertLawful(id);
          await assertDecidedByOthers(id);
          const plan = await t.get(id);
          expect([undefined, plan.extendedTo]).toContain(extendedTo);
          extendedTo = plan.extendedTo;
        }
      }),
      { numRuns: 30 },
    );
    expect(reached).toBeGreaterThan(0);
  });
});
