import { defaultPolicy, policyWith } from '../__fixtures__/defaults';
import { daysAgo, NOW, scenarioInput } from '../__fixtures__/scenario';
import { evaluate, type CompiledPolicy, type EvaluationInput } from '../engine';
import type { Scenario } from '../__fixtures__/scenario';
import { simulateEntity } from './simulateEntity';
import { comparing } from './__testUtils__/drafts';

const current = defaultPolicy();

/** A guardrail of our own for data sets, and one field more for all services. */
const guardrail = (fields: string) => `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ours, title: Ours }
spec:
  role: guardrails
  checks:
    - { id: budget-kept, title: Ours, areas: [tooling], ${fields} }
`;
const strict = (fields = '') =>
  policyWith(guardrail(`expression: finance.budgetUsed <= 0.5, ${fields}`));

/** An entity that was evaluated an hour before. */
function standing(scenario: Scenario = {}): EvaluationInput {
  const input = scenarioInput(scenario);
  return { ...input, prior: evaluate(input, current, daysAgo(1 / 24)).state };
}

function simulate(draft: CompiledPolicy, input = standing()) {
  return simulateEntity(input, comparing(current, draft), NOW);
}

describe('simulateEntity', () => {
  it('shows what a grace holds back only where all has settled', () => {
    const check = { id: 'budget-kept', from: undefined, to: 'fail' };
    const statuses = (to: string) => [
      { id: 'budget-kept', from: undefined, to },
    ];
    expect(simulate(strict())).toEqual({
      atOnce: {
        guardrailStatus: { from: 'ok', to: 'at-risk' },
        checks: [check],
        guardrails: statuses('at-risk'),
        rights: [],
      },
      settled: {
        guardrailStatus: { from: 'ok', to: 'breached' },
        checks: [check],
        guardrails: statuses('breached'),
        // Level 1 gives 3 in areas of low consequence, and no guardrail narrows further.
        rights: [],
      },
    });
  });

  it('names the areas in which a right would be lost', () => {
    expect(simulate(strict('effect: stop'))).toMatchObject({
      atOnce: { rights: [] },
      settled: { rights: [{ area: 'tooling', from: 3, to: 1 }] },
    });
  });

  it('shows at once what has no grace', () => {
    expect(simulate(strict('effect: stop, grace: P0D'))).toMatchObject({
      atOnce: { rights: [{ area: 'tooling', from: 3, to: 1 }] },
    });
  });

  it('counts what is announced only where all has settled', () => {
    const draft = strict('effect: stop, grace: P0D, effectiveFrom: 2030-01-01');
    expect(simulate(draft)).toMatchObject({
      atOnce: {
        checks: [{ id: 'budget-kept', from: undefined, to: 'announced' }],
        guardrails: [],
        rights: [],
      },
      settled: {
        checks: [{ id: 'budget-kept', from: undefined, to: 'fail' }],
        rights: [{ area: 'tooling', from: 3, to: 1 }],
      },
    });
  });

  it('counts a check that is to be published later', () => {
    const policy = strict('effect: stop');
    const draft: CompiledPolicy = {
      ...policy,
      compiled: policy.compiled.map(scorecard => ({
        ...scorecard,
        checks: scorecard.checks.map(check => ({
          ...check,
          publishedAt: NOW + 1,
        })),
      })),
      forDomains: () => draft,
    };
    expect(simulate(draft)).toMatchObject({
      settled: { rights: [{ area: 'tooling', from: 3, to: 1 }] },
    });
  });

  it('says nothing of a check that would not apply', () => {
    const draft = policyWith(
      guardrail(
        `expression: finance.budgetUsed <= 0.5, when: "'batch' in catalog.tags"`,
      ),
    );
    expect(simulate(draft)).toBeUndefined();
  });

  it('gives the entity the time that its clocks have left', () => {
    const [vulnerable, shorter] = [
      standing({ facts: { security: { criticalVulnerabilities: 2 } } }),
      policyWith(`
apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: ours }
spec: { guardrails: { grace: { low: PT30M, medium: PT30M, high: PT30M } } }
`),
    ];
    const status = {
      id: 'no-critical-vulnerabilities',
      from: 'at-risk',
      to: 'breached',
    };
    const move = simulate(shorter, vulnerable);
    expect(move?.atOnce?.guardrails).toEqual([status]);
    expect(move?.settled).toBeUndefined();
  });
});
