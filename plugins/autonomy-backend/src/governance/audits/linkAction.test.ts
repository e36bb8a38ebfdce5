import type { AuditAction } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { applyMigrations } from '../../database';
import { DatabaseAudits } from './DatabaseAudits';
import { linkAction, withMade } from './linkAction';
import { newAudit } from './newAudit';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const CHECKOUT = 'component:default/checkout';
const NOW = Date.parse('2026-06-01T12:00:00Z');

describe.each(databases.eachSupportedId())(
  'what an audit led to, on %s',
  id => {
    async function setUp(actions: AuditAction[], state = 'agreed') {
      const knex = await databases.init(id);
      await applyMigrations(mockServices.database.mock(), knex);
      const audit = {
        ...newAudit(
          {
            entityRef: CHECKOUT,
            boardRef: 'group:default/board',
            cause: 'asked',
            dueAt: NOW,
          },
          NOW,
        ),
        actions,
        state: state as 'agreed',
      };
      const audits = DatabaseAudits.create({ knex });
      await knex.transaction(trx => audits.add(trx, [audit]));
      return {
        end: () => knex.destroy(),
        link: (made: object, of: string = audit.id) =>
          knex.transaction(trx =>
            linkAction(trx, of, {
              entityRef: CHECKOUT,
              kind: 'grant',
              areas: ['budget'],
              ref: 'g1',
              title: 'A trial',
              ...made,
            }),
          ),
        read: async () =>
          JSON.parse((await knex('trust_audits').first()).actions),
      };
    }

    it('is noted with the action in the area, else with one in none', async () => {
      const t = await setUp([
        { kind: 'plan', area: 'budget', title: 'A plan' },
        { kind: 'grant', title: 'Any trial' },
        { kind: 'grant', area: 'budget', title: 'A trial of budgets' },
      ]);
      await t.link({});
      await t.link({ ref: 'g2' });
      await t.link({ ref: 'g3', areas: ['security'], title: 'Unforeseen' });
      await t.link({ ref: 'p1', kind: 'plan', areas: ['security', 'budget'] });
      expect(await t.read()).toEqual([
        { kind: 'plan', area: 'budget', title: 'A plan', ref: 'p1' },
        { kind: 'grant', title: 'Any trial', ref: 'g2' },
        {
          kind: 'grant',
          area: 'budget',
          title: 'A trial of budgets',
          ref: 'g1',
        },
        { kind: 'grant', area: 'security', title: 'Unforeseen', ref: 'g3' },
      ]);
      await t.end();
    });

    it('is about an audit of the same entity that both sides have rated', async () => {
      const t = await setUp([], 'rating');
      await expect(t.link({})).rejects.toThrow('Not both sides');
      await expect(t.link({}, 'nothing')).rejects.toThrow('No audit nothing');
      await expect(
        t.link({ entityRef: 'component:default/ledger' }),
      ).rejects.toThrow('No audit');
      expect(await t.read()).toEqual([]);
      await t.end();
    });
  },
);

it('stays noted when the agreement comes after it', () => {
  const made: AuditAction[] = [
    { kind: 'grant', area: 'budget', title: 'A trial', ref: 'g1' },
    { kind: 'grant', area: 'security', title: 'Another', ref: 'g2' },
  ];
  expect(
    withMade(
      [
        { kind: 'grant', area: 'budget', title: 'As agreed' },
        { kind: 'plan', area: 'budget', title: 'A plan' },
      ],
      made,
    ),
  ).toEqual([
    { kind: 'grant', area: 'budget', title: 'As agreed', ref: 'g1' },
    { kind: 'plan', area: 'budget', title: 'A plan' },
    made[1],
  ]);
});
