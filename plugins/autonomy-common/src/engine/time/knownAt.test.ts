import { daysAgo, incident, scenarioInput } from '../../__fixtures__/scenario';
import { knownAt } from './knownAt';

const input = scenarioInput();

describe('knownAt', () => {
  it('is the same lists where all was known', () => {
    const known = knownAt(input, daysAgo(0));
    expect(known.facts).toBe(input.facts);
    expect(known.deployments).toBe(input.deployments);
  });

  it('leaves out what was recorded later', () => {
    const incidents = [
      incident({ id: 'old', severity: 'low', startedDaysAgo: 20 }),
      incident({ id: 'new', severity: 'low', startedDaysAgo: 5 }),
    ];
    const known = knownAt({ ...input, incidents }, daysAgo(10));
    expect(known.incidents.map(({ id }) => id)).toEqual(['old']);
    expect(known.facts).toEqual([]);
  });

  it('has a document that went on saying the same as of the instant', () => {
    const [document] = input.facts;
    const lasting = { ...document, since: daysAgo(30) };
    expect(knownAt({ ...input, facts: [lasting] }, daysAgo(10)).facts).toEqual([
      { ...lasting, collectedAt: daysAgo(10) },
    ]);
  });

  it('leaves out what was noted later on a record', () => {
    const exemption = {
      id: 'a',
      entityRef: input.entity.entityRef,
      checkId: 'tracing',
      reason: 'Until spring.',
      from: daysAgo(20),
      expiresAt: daysAgo(-20),
      revokedAt: daysAgo(5),
      recordedAt: daysAgo(20),
    };
    const marksAt = (days: number) =>
      knownAt({ ...input, exemptions: [exemption] }, daysAgo(days)).exemptions;
    expect(marksAt(5)).toEqual([exemption]);
    expect(marksAt(6)).toEqual([{ ...exemption, revokedAt: undefined }]);
  });

  it('has a source as heard while it went on watching', () => {
    const [row] = input.coverage;
    const closed = { ...row, lastHeardAt: daysAgo(3), to: daysAgo(3) };
    const coverageAt = (days: number) =>
      knownAt({ ...input, coverage: [closed] }, daysAgo(days)).coverage;
    expect(coverageAt(3)).toEqual([closed]);
    expect(coverageAt(4)).toEqual([
      { ...closed, lastHeardAt: daysAgo(4), to: undefined },
    ]);
    expect(coverageAt(400)).toEqual([]);
  });

  it('takes the state of an incident that was known, else the earliest', () => {
    const first = incident({ id: 'a', severity: 'low', startedDaysAgo: 30 });
    const later = (days: number, severity: 'medium' | 'high') => ({
      ...first,
      severity,
      updatedAt: daysAgo(days),
    });
    const states = [later(10, 'high'), first, later(20, 'medium')];
    const severityAt = (incidents: typeof states, days: number) =>
      knownAt({ ...input, incidents }, daysAgo(days)).incidents.map(
        ({ severity }) => severity,
      );
    expect(severityAt(states, 25)).toEqual(['low']);
    expect(severityAt(states, 20)).toEqual(['medium']);
    expect(severityAt(states, 0)).toEqual(['high']);
    expect(severityAt([states[0], states[2]], 25)).toEqual(['medium']);
  });
});
