import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { revokedNotice } from './revokedNotice';

const OWNER = 'group:default/team-a';
const REF = 'component:default/payments-api';

const entity = (rest: Partial<EntitySnapshot> = {}) =>
  ({
    entityRef: REF,
    kind: 'Component',
    namespace: 'default',
    name: 'payments-api',
    title: 'Payments API',
    ownerRef: OWNER,
    ...rest,
  } as EntitySnapshot);

const REVOKED = {
  id: 'e1',
  kind: 'exemption',
  subject: 'Spend within budget',
  reason: 'The money came <@everyone>',
} as const;

describe('revokedNotice', () => {
  it('tells the owners what has ended and why', () => {
    expect(revokedNotice(REVOKED, entity())).toEqual([
      {
        announcementId: 'e1 revoked',
        recipientRef: OWNER,
        entityRef: REF,
        summary: {
          name: 'Payments API',
          category: 'decision-revoked',
          severity: 'normal',
          isByPolicy: false,
        },
        payload: {
          title:
            'Payments API: the exemption from “Spend within budget” was revoked',
          description: expect.stringContaining('The money came'),
          link: '/catalog/default/component/payments-api/autonomy',
          severity: 'normal',
          topic: 'proposals',
          scope: `exemption e1 ${REF}`,
        },
      },
    ]);
  });

  it('tells nobody where nobody owns it', () => {
    expect(revokedNotice(REVOKED, entity({ ownerRef: undefined }))).toEqual([]);
  });

  it('bounds what others wrote and leaves nothing in it to act', () => {
    const [{ payload }] = revokedNotice(
      {
        ...REVOKED,
        kind: 'grant',
        subject: 'x'.repeat(500),
        reason: `<@everyone> ${'y'.repeat(2000)}`,
      },
      entity(),
    );
    expect(payload.title.length).toBeLessThanOrEqual(200);
    expect(payload.description!.length).toBeLessThanOrEqual(700);
    expect(payload.description).not.toContain('<@everyone>');
  });
});
