import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { requestNotice } from './requestNotice';

const BOARD = 'group:default/board';
const REF = 'component:default/payments-api';

const entity = (rest: Partial<EntitySnapshot> = {}) =>
  ({
    entityRef: REF,
    kind: 'Component',
    namespace: 'default',
    name: 'payments-api',
    title: 'Payments API',
    boardRef: BOARD,
    ...rest,
  } as EntitySnapshot);

const REQUEST = {
  id: 'r1',
  checkId: 'within-budget',
  reason: 'Money comes in May <@everyone>',
  expiresAt: Date.parse('2026-06-01T00:00:00Z'),
};

describe('requestNotice', () => {
  it('tells the board what is asked for, until when and why', () => {
    expect(requestNotice(REQUEST, entity(), 'Spend within budget')).toEqual([
      {
        announcementId: 'r1',
        recipientRef: BOARD,
        entityRef: REF,
        summary: {
          name: 'Payments API',
          category: 'exemption-requested',
          severity: 'normal',
          isByPolicy: false,
        },
        payload: {
          title:
            'Payments API: an exemption from “Spend within budget” is asked for',
          description:
            'The owners ask for an exemption until 2026-06-01 00:00 UTC. Their reason: Money comes in May ‹@everyone› It has no effect before the board decides.',
          link: '/catalog/default/component/payments-api/autonomy',
          severity: 'normal',
          topic: 'proposals',
          scope: `exemption within-budget ${REF}`,
        },
      },
    ]);
  });

  it('tells nobody where nobody decides', () => {
    expect(
      requestNotice(REQUEST, entity({ boardRef: undefined }), 'x'),
    ).toEqual([]);
  });

  it('stays within what notifications keep', () => {
    const long = 'x'.repeat(1_000);
    const [{ payload }] = requestNotice(
      { ...REQUEST, checkId: long, reason: long },
      entity({ title: long }),
      long,
    );
    expect(payload.title.length).toBeLessThanOrEqual(255);
    expect(payload.scope!.length).toBeLessThanOrEqual(255);
    expect(payload.description!.length).toBeLessThanOrEqual(1_000);
  });
});
