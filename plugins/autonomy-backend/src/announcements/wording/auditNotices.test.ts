import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { auditNotices } from './auditNotices';

const TEAM = 'group:default/team';
const BOARD = 'group:default/board';
const entity = {
  entityRef: 'component:default/shop',
  kind: 'Component',
  namespace: 'default',
  name: 'shop',
  ownerRef: TEAM,
} as EntitySnapshot;
const audit = {
  id: 'a 1',
  boardRef: BOARD,
  dueAt: Date.parse('2026-08-15T00:00:00Z'),
};

describe('auditNotices', () => {
  it('tells both sides of an audit to rate', () => {
    const reason = 'Two\n<b>outages</b>';
    const notices = auditNotices('opened', { ...audit, reason }, entity);
    expect(notices.map(({ recipientRef }) => recipientRef)).toEqual([
      BOARD,
      TEAM,
    ]);
    expect(notices[0]).toMatchObject({
      announcementId: 'a 1 opened',
      summary: { name: 'shop', category: 'audit-opened' },
      payload: {
        title: 'shop: a trust audit is to be rated',
        description:
          'The reason given: Two ‹b›outages‹/b› Team and board rate every area without seeing the other first, by 2026-08-15 00:00 UTC.',
        link: '/autonomy/audits/a%201',
        topic: 'audits',
      },
    });
    const own = { ...entity, ownerRef: BOARD };
    expect(auditNotices('opened', audit, own)).toHaveLength(1);
  });

  it('tells the board of one to settle', () => {
    expect(auditNotices('rated', audit, entity)).toEqual([
      expect.objectContaining({
        announcementId: 'a 1 rated',
        recipientRef: BOARD,
        summary: expect.objectContaining({ category: 'audit-rated' }),
      }),
    ]);
  });
});
