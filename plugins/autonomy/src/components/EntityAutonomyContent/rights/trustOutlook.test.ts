import type { TrustLine } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createEvaluation,
  createRight,
  createTrust,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { trustOutlook } from './trustOutlook';

const { rights, trust } = createEvaluation();
const right = rights.find(({ area }) => area === 'deployment')!;
const account = trust.find(({ area }) => area === 'deployment')!;

async function learning() {
  return (await new FakeAutonomyApi().getPolicy()).trust.learning;
}

function withIncident(change: Partial<TrustLine>): TrustLine[] {
  return account.lines.map(line =>
    line.kind === 'incident' && line.incidentId === 'PAY-1042'
      ? ({ ...line, ...change } as TrustLine)
      : line,
  );
}

describe('trustOutlook', () => {
  it('tells what closing the actions of the costliest incident gives back', async () => {
    const outlook = trustOutlook(right, account, await learning())!;

    expect(outlook.incident.incidentId).toBe('PAY-1042');
    expect(outlook.reviewed).toBe(true);
    // 0.390 + 0.535 * (1 - 0.5 / 0.75)
    expect(outlook.trust).toBeCloseTo(0.568, 3);
    expect(outlook.right).toBe(4);
  });

  it('promises no right that something else withholds', async () => {
    const held = {
      ...right,
      caps: [...right.caps, { kind: 'plan', right: 3, hard: true } as const],
    };
    expect(trustOutlook(held, account, await learning())).toBeUndefined();

    const above = createRight({
      ...right,
      caps: right.caps.map(cap =>
        cap.kind === 'trust' ? { ...cap, right: 3 } : { ...cap, right: 4 },
      ),
    });
    const reviewed = createTrust({
      ...account,
      lines: withIncident({ learningFactor: 1 }),
    });
    expect(trustOutlook(above, reviewed, await learning())).toMatchObject({
      reviewed: false,
      right: 4,
    });
  });

  it('is silent where it cannot know', async () => {
    const known = await learning();
    const limited: TrustLine = {
      kind: 'same-day-limit',
      amount: 0.1,
      day:
        Math.floor((account.asOf - 18 * 86_400_000) / 86_400_000) * 86_400_000,
    };

    expect(trustOutlook(right, account, undefined)).toBeUndefined();
    expect(
      trustOutlook(
        { ...right, grant: { id: 'g', right: 5, reason: '', expiresAt: 0 } },
        account,
        known,
      ),
    ).toBeUndefined();
    expect(
      trustOutlook(
        right,
        { ...account, lines: [...account.lines, limited] },
        known,
      ),
    ).toBeUndefined();
    expect(
      trustOutlook(
        right,
        { ...account, lines: withIncident({ learningFactor: 0.5 }) },
        known,
      ),
    ).toBeUndefined();
  });
});
