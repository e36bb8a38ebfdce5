import { createMockDirectory } from '@backstage/backend-test-utils';
import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ScopedEntity } from '../entities';
import { loadPolicy } from '../scorecards';
import { findCheckMistake } from './findCheckMistake';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const PAYMENTS = 'domain:default/payments';
const SHOP = 'component:default/shop';

const FILE = `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: websites, title: Websites }
spec:
  role: readiness
  filter: { spec.type: website }
  checks:
    - { id: site-map, title: Map, expression: site.map, attestable: true }
    - id: cookie-banner
      title: Banner
      when: "'public' in catalog.tags"
      expression: site.banner
      attestable: true
    - id: announced
      title: Soon
      effectiveFrom: '2027-01-01T00:00:00Z'
      expression: site.soon
      attestable: true
    - { id: measured, title: Measured, expression: site.fast }
---
apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: payments, title: Payments, domain: '${PAYMENTS}' }
spec:
  add:
    - role: readiness
      checks:
        - { id: cards, title: Cards, expression: cards.safe, attestable: true }
`;

function website(rest: {
  type?: string;
  facts?: object;
  domainChain?: string[];
}): ScopedEntity {
  const { domainChain = [], facts = { tags: [] }, type = 'website' } = rest;
  return {
    snapshot: {
      entityRef: SHOP,
      kind: 'Component',
      metadata: { name: 'shop' },
      spec: { type },
      domainChain,
    },
    context: { catalogFacts: facts },
  } as unknown as ScopedEntity;
}

describe('findCheckMistake', () => {
  const directory = createMockDirectory({ content: { 'own.yaml': FILE } });
  let policy: CompiledPolicy;
  beforeAll(async () => {
    policy = await loadPolicy([directory.resolve('own.yaml')]);
  });

  const none = (id: string) =>
    `expected the id of a check, found "${id}", which no scorecard has`;
  const notApplying = (id: string) =>
    `expected a check that applies to ${SHOP}, found "${id}", which does not`;

  it.each([
    ['an attestable check', 'site-map', {}, undefined],
    ['one that is announced', 'announced', {}, undefined],
    ['one of any role', 'l2-incident-process', {}, undefined],
    ['one of others', 'site-map', { type: 'library' }, notApplying('site-map')],
    [
      'one whose condition is met',
      'cookie-banner',
      { facts: { tags: ['public'] } },
      undefined,
    ],
    [
      'one whose condition is not met',
      'cookie-banner',
      {},
      notApplying('cookie-banner'),
    ],
    [
      'one whose condition cannot be told',
      'cookie-banner',
      { facts: {} },
      undefined,
    ],
    ["one of the domain's", 'cards', { domainChain: [PAYMENTS] }, undefined],
    ["one of another domain's", 'cards', {}, none('cards')],
    [
      'one that a machine answers',
      'measured',
      {},
      'expected a check that owners may answer, found "measured", which is not attestable',
    ],
    ['none', 'constructor', {}, none('constructor')],
  ])('judges %s', (_, checkId, entity, expected) => {
    expect(findCheckMistake(checkId, website(entity), policy, NOW)).toBe(
      expected,
    );
  });
});
