import type { Policy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { loadPolicy } from '../../scorecards';
import {
  assertGrantable,
  renewalRefusal,
  type RenewableGrant,
  type WantedGrant,
} from './grantRules';

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-01T00:00:00Z');

let policy: Policy;
beforeAll(async () => {
  ({ policy } = await loadPolicy([]));
});

const wanted = (rest: Partial<WantedGrant> = {}): WantedGrant => ({
  right: 4,
  recommended: 3,
  from: NOW,
  expiresAt: NOW + 90 * DAY,
  isTrial: false,
  ...rest,
});

describe('a grant', () => {
  it.each([
    ['lifts a right for as long as the policy allows', {}],
    ['lifts it for trial', { isTrial: true }],
    ['lowers it until a review', { right: 2, expiresAt: NOW + 365 * DAY }],
    ['follows another', { from: NOW + DAY, expiresAt: NOW + 91 * DAY }],
  ] as const)('%s', (_, rest) => {
    expect(() => assertGrantable(wanted(rest), policy)).not.toThrow();
  });

  it.each([
    [
      'is not what is recommended',
      { right: 3 },
      /Invalid right: .*found 3 \(peer-review\)/,
    ],
    [
      'for trial is not lower',
      { right: 2, isTrial: true },
      /Invalid trial: expected none/,
    ],
    [
      'that lifts ends in time',
      { expiresAt: NOW + 90 * DAY + 1 },
      /Invalid expiresAt: .*at most 90 days later, found 2026-08-30/,
    ],
    [
      'that lowers has a review in time',
      { right: 1, expiresAt: NOW + 365 * DAY + 1 },
      /at most 365 days/,
    ],
    ['ends after it begins', { from: NOW + 99 * DAY }, /Invalid expiresAt/],
  ] as const)('%s', (_, rest, message) => {
    expect(() => assertGrantable(wanted(rest), policy)).toThrow(message);
  });
});

describe('a grant in force', () => {
  const grant = (rest: Partial<RenewableGrant> = {}): RenewableGrant => ({
    id: 'g1',
    state: 'in-force',
    endsAt: NOW + 14 * DAY,
    renewals: 0,
    lifts: true,
    ...rest,
  });

  it('may be renewed before it ends', () => {
    expect(renewalRefusal(grant(), policy, NOW)).toBeUndefined();
  });

  it('may be renewed for ever where it lowers a right', () => {
    const lower = grant({ lifts: false, renewals: 9 });
    expect(renewalRefusal(lower, policy, NOW)).toBeUndefined();
  });

  it.each([
    [{ renewals: 1 }, /renewed 1 times at the most/],
    [{ renewedBy: 'g2' }, /renewed already, or about to be: by g2/],
    [{ endsAt: NOW + 14 * DAY + 1 }, /from 14 days before/],
    [{ state: 'failed' }, /it is failed/],
    [{ state: 'expired' }, /it is expired/],
  ] as const)('may not with %j', (rest, message) => {
    expect(renewalRefusal(grant(rest), policy, NOW)).toMatch(message);
  });
});
