import { AUTONOMY_BOARD_PROPOSAL_TOPIC } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { setUpAnnouncements } from '../../announcements/__testUtils__/setUpAnnouncements';
import { BOARD } from '../__testUtils__/setUpBoards';
import { CHECKOUT, setUpDesk } from './__testUtils__/setUpDesk';
import { AnnouncedTelling } from './AnnouncedTelling';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('telling on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  async function setUp() {
    const a = await setUpAnnouncements(knex);
    const telling = AnnouncedTelling.create({
      notices: a.store,
      outbox: a.outbox,
    });
    const t = await setUpDesk(knex, {}, { telling });
    /** What plugins and people have heard. */
    const heard = async () => {
      a.clock.time = t.clock.time;
      while ((await a.announcer.work()) > 0);
      await a.sender.work();
      return {
        events: a.events
          .filter(({ topic }) => topic === AUTONOMY_BOARD_PROPOSAL_TOPIC)
          .map(({ eventPayload }) => eventPayload),
        people: a.notifications.map(({ payload }) => payload.title),
      };
    };
    return { ...t, heard };
  }

  it('reaches plugins without naming anybody, and those who must act', async () => {
    const t = await setUp();
    const { id } = await t.open();
    const opened = {
      version: 1,
      id: `proposal/${id}/open`,
      proposalId: id,
      matter: 'cross-domain',
      entityRef: CHECKOUT,
      ownerRef: 'group:default/team-a',
      boardRef: BOARD,
      domainRef: 'domain:default/payments',
      state: 'open',
      at: t.clock.time,
    };
    const { events, people } = await t.heard();
    expect(events).toEqual([opened]);
    expect(people).toHaveLength(1);

    await t.vote(id, 'bob');
    expect((await t.heard()).events).toHaveLength(1);
    await t.vote(id, 'cat', 'approve');
    const after = await t.heard();
    expect(after.events).toEqual([
      opened,
      { ...opened, id: `proposal/${id}/approved`, state: 'approved' },
    ]);
    expect(JSON.stringify(after.events)).not.toContain('user:');
    // The team that owns it, and whoever asked.
    expect(after.people).toEqual([
      expect.stringContaining('to decide'),
      expect.stringContaining('approved'),
      expect.stringContaining('approved'),
    ]);
  });

  it('tells nothing of what was rolled back', async () => {
    const t = await setUp();
    await t.open();
    await expect(t.open()).rejects.toThrow('is open already');
    expect((await t.heard()).events).toHaveLength(1);
  });

  it('tells plugins, and nobody else, what was taken back', async () => {
    const t = await setUp();
    const { id } = await t.open();
    const before = (await t.heard()).people.length;
    await knex.transaction(trx =>
      t.desk.end(
        trx,
        id,
        { state: 'withdrawn', by: 'user:default/ann' },
        t.clock.time,
      ),
    );
    const { events, people } = await t.heard();
    expect(events.at(-1)).toMatchObject({ state: 'withdrawn' });
    expect(people).toHaveLength(before);
  });
});
