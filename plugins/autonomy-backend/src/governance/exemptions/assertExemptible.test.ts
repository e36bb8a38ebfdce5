import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { assertExemptible } from './assertExemptible';

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-01T12:00:00Z');

type Check = Pick<CheckResult, 'id' | 'role' | 'state'> & Partial<CheckResult>;

/** An evaluation with nothing in it but these checks of readiness, and one of a level. */
function evaluationOf(...checks: Check[]): Evaluation {
  const level = { id: 'l2', role: 'levels', state: 'fail' };
  return {
    entity: { entityRef: 'component:default/a' },
    readiness: { checks },
    guardrails: { guardrails: [], announced: [] },
    level: {
      ladder: [
        {
          requirements: [
            { kind: 'readiness', met: false },
            { kind: 'check', met: false, check: level },
          ],
        },
      ],
    },
    accountability: { items: [] },
  } as unknown as Evaluation;
}

const exempt = (days: number): Check => ({
  id: 'a',
  role: 'readiness',
  state: 'exempt',
  exemption: { id: 'e', reason: '', expiresAt: NOW + days * DAY },
});
const ask =
  (id: string, ...checks: Check[]) =>
  () =>
    assertExemptible(id, evaluationOf(...checks));

describe('assertExemptible', () => {
  it.each(['fail', 'unknown'] as const)('allows what is %s', state => {
    expect(ask('a', { id: 'a', role: 'readiness', state })).not.toThrow();
  });

  it('knows the checks of levels', () => {
    expect(ask('l2')).not.toThrow();
  });

  it.each(['pass', 'announced', 'not-applicable'] as const)(
    'refuses what is %s',
    state => {
      expect(ask('a', { id: 'a', role: 'readiness', state })).toThrow(
        `expected a check that fails or cannot be told, found "a", which is ${state}`,
      );
    },
  );

  it('allows a renewal', () => {
    expect(ask('a', exempt(30))).not.toThrow();
  });
});
