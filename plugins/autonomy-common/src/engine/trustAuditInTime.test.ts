import { defaultPolicy } from '../__fixtures__/defaults';
import { DAY, NOW, scenarioInput } from '../__fixtures__/scenario';
import { evaluate } from './evaluate';
import type { EvaluationInput } from './EvaluationInput';

/** Facts that stay fresh throughout, and the audit agreed at an instant. */
function agreedAt(
  heldAt: number,
  recordedAt = heldAt,
  without = ['governance.trustAuditedAt'],
): EvaluationInput {
  const input = scenarioInput({
    without,
    factsTtlDays: 1000,
    audits: [{ heldDaysAgo: 0, agreed: { deployment: 5 } }],
  });
  const audits = input.audits!.map(each => ({ ...each, heldAt, recordedAt }));
  return { ...input, audits };
}

function checkAt(input: EvaluationInput, now: number) {
  const { level, nextChangeAt = Infinity } = evaluate(
    input,
    defaultPolicy(),
    now,
  );
  const check = level.ladder
    .flatMap(({ requirements }) => requirements)
    .flatMap(each => (each.kind === 'check' ? each.check : []))
    .find(({ id }) => id === 'l4-trust-audit')!;
  return { check, nextChangeAt };
}

describe('a trust audit that is held here', () => {
  const end = NOW + 100 * DAY;

  it('passes from the agreement on, and fails exactly 100 days later', () => {
    const input = agreedAt(NOW);
    const states = [NOW - 1, NOW, end - 1, end].map(
      now => checkAt(input, now).check.state,
    );
    expect(states).toEqual(['unknown', 'pass', 'pass', 'fail']);
  });

  it('announces when it begins and ceases to count', () => {
    const input = agreedAt(NOW);
    expect(checkAt(input, NOW - 1).nextChangeAt).toBe(NOW);
    expect(checkAt(input, end - 1).nextChangeAt).toBe(end);
  });

  it('counts from when it was recorded: what was not known did not count', () => {
    const input = agreedAt(NOW - 10 * DAY, NOW);
    expect(checkAt(input, NOW - 1).check.state).toBe('unknown');
    expect(checkAt(input, NOW).check.state).toBe('pass');
    expect(checkAt(input, end - 10 * DAY - 1).check.state).toBe('pass');
    expect(checkAt(input, end - 10 * DAY).check.state).toBe('fail');
  });

  it('never leans on facts that grow stale', () => {
    const input = agreedAt(NOW - DAY);
    const facts = input.facts.map(each => ({ ...each, ttl: DAY }));
    const { check } = checkAt({ ...input, facts }, NOW + DAY);
    expect(check).toMatchObject({ state: 'pass', stale: false });
  });

  it('cannot be told once it is over, where no tool could tell of another', () => {
    const { check } = checkAt(agreedAt(NOW, NOW, ['governance']), end);
    expect(check).toMatchObject({
      state: 'unknown',
      unknownReason: 'fact-missing',
    });
  });

  it('says what each of the two facts has to meet', () => {
    const { check } = checkAt(agreedAt(NOW), NOW);
    const bounds = [
      { operator: 'within', value: 100 * DAY, alternative: true },
    ];
    expect(check.reads).toEqual([
      expect.objectContaining({
        path: 'audits.agreedAt',
        value: new Date(NOW).toISOString(),
        state: 'fresh',
        bounds,
      }),
      { path: 'governance.trustAuditedAt', state: 'missing', bounds },
    ]);
  });
});
