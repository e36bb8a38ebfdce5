import type {
  Mismatch,
  RiskCell,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** A payments service that decides alone about deployments where it should consult, unless told otherwise. @public */
export function createMismatch(overrides: Partial<Mismatch> = {}): Mismatch {
  const { actual = 5, recommended = 2 } = overrides;
  return {
    entityRef: 'component:default/payments-api',
    entityTitle: 'Payments API',
    domainRef: 'domain:default/payments',
    ownerRef: 'group:default/payments-team',
    tier: 1,
    area: 'deployment',
    areaTitle: 'Deployment',
    consequence: 'high',
    actual,
    source: 'claimed',
    recommended,
    difference: actual - recommended,
    priority: 36,
    trust: 0.41,
    ...overrides,
  };
}

/** One cell of the risk matrix. @public */
export function createRiskCell(overrides: Partial<RiskCell> = {}): RiskCell {
  return {
    consequence: 'high',
    right: 3,
    areas: 4,
    surplus: 0,
    deficit: 0,
    ...overrides,
  };
}
