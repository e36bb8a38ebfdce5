import { failure, NOW, DAY, service, trustAt } from './__testUtils__/records';

describe('a bypass', () => {
  const bypassed = (classifiedDaysAgo: number, now = NOW) =>
    trustAt(
      service({
        incidents: [
          failure('a', 120, {
            severity: 'low',
            class: 'bypass',
            classifiedAt: NOW - classifiedDaysAgo * DAY,
          }),
        ],
      }),
      now,
    ).areas.find(({ result }) => result.area === 'operations')!;

  it('leaves nothing of trust, in a line of its own', () => {
    const { result, bypasses } = bypassed(60);
    expect(result.value).toBe(0);
    expect(result.lines.at(-1)).toMatchObject({
      kind: 'bypass',
      incidentId: 'a',
    });
    expect(bypasses.map(({ id }) => id)).toEqual(['a']);
  });

  it('ends 90 days after it was set or last renewed in writing', () => {
    const end = NOW + 30 * DAY;
    expect(bypassed(60, end - 1).result.value).toBe(0);
    expect(bypassed(60, end).result.value).toBeGreaterThan(0.2);
    expect(bypassed(60, end).bypasses).toEqual([]);
  });
});
