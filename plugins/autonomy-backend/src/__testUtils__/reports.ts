/** The instant at which the reports below are fresh, in UTC milliseconds. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');
/** What they are about. */
export const REF = 'component:default/checkout';
/** A fact and an incident as they are sent. */
export const fact = {
  entityRef: 'Component:Default/Checkout',
  collector: 'slo',
  facts: { availability90d: 99.9 },
  collectedAt: '2026-06-01T10:00:00Z',
  ttl: 'P2D',
};
export const incident = {
  id: '1',
  source: 'pager',
  entityRef: REF,
  title: 'Down',
  severity: 'low',
  startedAt: '2026-05-01T10:00:00+02:00',
};
