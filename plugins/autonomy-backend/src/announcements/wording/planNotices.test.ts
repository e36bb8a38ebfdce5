import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { planNotices } from './planNotices';

const plan = {
  id: 'p',
  title: 'Keys\n<b>out</b>',
  boardRef: 'group:default/board',
  reviewAt: Date.parse('2026-06-10T00:00:00Z'),
  endsAt: Date.parse('2026-07-01T00:00:00Z'),
};
const entity = {
  entityRef: 'component:default/shop',
  kind: 'Component',
  namespace: 'default',
  name: 'shop',
  ownerRef: 'group:default/team',
} as EntitySnapshot;

describe('planNotices', () => {
  it('tells the owners and the board of a review', () => {
    const notices = planNotices('review', plan, entity);
    expect(notices.map(({ recipientRef }) => recipientRef)).toEqual([
      'group:default/board',
      'group:default/team',
    ]);
    expect(notices[0]).toMatchObject({
      announcementId: 'p review',
      summary: { name: 'shop', category: 'plan-review-due' },
      payload: {
        title: 'shop: the plan “Keys ‹b›out‹/b›” is to be reviewed',
        description:
          'Its review was set for 2026-06-10 00:00 UTC; it ends 2026-07-01 00:00 UTC.',
        link: '/catalog/default/component/shop/autonomy',
        topic: 'plans',
      },
    });
  });

  it('tells of the end as it is, whoever is there to be told', () => {
    const extendedTo = Date.parse('2026-07-08T00:00:00Z');
    const [notice, ...others] = planNotices(
      'end',
      { ...plan, boardRef: '', extendedTo },
      entity,
    );
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      announcementId: `p ends ${extendedTo}`,
      recipientRef: 'group:default/team',
      payload: {
        title: 'shop: the plan “Keys ‹b›out‹/b›” ends 2026-07-08 00:00 UTC',
      },
    });
    const both = { ...entity, ownerRef: plan.boardRef };
    expect(planNotices('end', plan, both)).toHaveLength(1);
    expect(
      planNotices(
        'end',
        { ...plan, boardRef: '' },
        {
          ...entity,
          ownerRef: undefined,
        },
      ),
    ).toEqual([]);
  });
});
