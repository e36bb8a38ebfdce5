import { defaultPolicy } from '../../__fixtures__/defaults';
import { checkSubject } from '../checks/__testUtils__/checkSubject';
import { compiledCheck } from '../checks/__testUtils__/compiledCheck';
import { judgeChecks } from '../checks';
import { assessReadiness, explainReadiness } from './readiness';

const { policy } = defaultPolicy();

/** Readiness of checks that have these scores; some in an overlay, some exempt. */
function readinessOf(
  scores: Record<string, number>,
  { exempt = [] as string[], overlay = [] as string[] } = {},
) {
  const subject = checkSubject({ facts: { slo: scores }, exempt });
  const checks = Object.keys(scores).map(id =>
    compiledCheck(
      { id, expression: `slo.${id}` },
      { overlay: overlay.includes(id) ? 'domain:default/payments' : undefined },
    ),
  );
  const verdicts = judgeChecks(checks, subject);
  return explainReadiness(
    assessReadiness(verdicts, policy),
    verdicts,
    subject.context,
  );
}

describe('readiness', () => {
  it('has no score and no band where no check applies', () => {
    expect(readinessOf({})).toMatchObject({
      score: undefined,
      scoreWithExemptions: undefined,
      band: undefined,
      gaps: 0,
      applicable: 0,
    });
  });

  it('counts what an exempt check is worth, and beside it leaves the check out', () => {
    expect(
      readinessOf({ a: 1, b: 0.5, c: 0 }, { exempt: ['b'] }),
    ).toMatchObject({
      score: 50,
      scoreWithExemptions: 50,
      gaps: 1,
      applicable: 3,
      band: 'minor-gaps',
    });
    expect(readinessOf({ a: 1, b: 0 }, { exempt: ['b'] })).toMatchObject({
      score: 50,
      scoreWithExemptions: 100,
      gaps: 0,
      band: 'ready',
    });
  });

  it.each([
    [0, 'ready'],
    [3, 'minor-gaps'],
    [4, 'focus'],
    [7, 'focus'],
    [8, 'not-ready'],
  ])('of %d gaps is in band %s', (gaps, band) => {
    const scores = Array.from({ length: 9 }, (_, i) => [`c${i}`, +(i >= gaps)]);
    expect(readinessOf(Object.fromEntries(scores))).toMatchObject({
      gaps,
      band,
    });
  });

  it('says what each check adds and takes', () => {
    const { score, checks } = readinessOf(
      { a: 1, b: 0.5, c: 0 },
      { overlay: ['c'] },
    );
    expect(score).toBe(50);
    const parts = checks.map(({ points, lost }) => [points, lost]);
    expect(parts).toEqual([
      [100 / 3, 0],
      [50 / 3, 50 / 3],
      [0, 100 / 3],
    ]);
  });

  it('of checks of an overlay alone is no score while they pass', () => {
    expect(readinessOf({ a: 1 }, { overlay: ['a'] })).toMatchObject({
      score: undefined,
      band: undefined,
    });
    expect(readinessOf({ a: 0.5 }, { overlay: ['a'] })).toMatchObject({
      score: 0,
      gaps: 1,
    });
  });
});
