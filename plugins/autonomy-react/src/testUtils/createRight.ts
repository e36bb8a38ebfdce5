import type {
  RightCap,
  RightResult,
  TrustLine,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** A right that is the smallest of its caps. @public */
export function createRight(
  overrides: Partial<RightResult> & {
    area: string;
    title: string;
    caps: RightCap[];
  },
): RightResult {
  const smallest = overrides.caps.reduce((least, cap) =>
    cap.right < least.right ? cap : least,
  );
  return {
    consequence: 'medium',
    ownedBy: 'domain',
    recommended: smallest.right,
    effective: smallest.right,
    ...overrides,
  };
}

/** A trust that is the sum of its lines. @public */
export function createTrust(
  overrides: Partial<TrustResult> & { area: string; lines: TrustLine[] },
): TrustResult {
  return {
    value: overrides.lines.reduce((sum, line) => sum + line.amount, 0),
    need: 0.75,
    asOf: Date.now(),
    covered: true,
    ...overrides,
  };
}
