import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { defaultPolicy } from '../__fixtures__/defaults';
import { NOW, scenarioInput, type Scenario } from '../__fixtures__/scenario';
import { summary } from '../__fixtures__/summary';
import { evaluate } from './evaluate';

const GOLDEN = resolve(__dirname, '../__fixtures__/golden');

interface GoldenCase {
  idea: string;
  /** Scenarios that show it, with the part of the summary they are about. */
  cases: { given: Scenario | null; expect: Record<string, unknown> }[];
}

const goldenCases: GoldenCase[] = readdirSync(GOLDEN)
  .sort()
  .map(file => parse(readFileSync(join(GOLDEN, file), 'utf8')));

describe('golden cases', () => {
  it.each(goldenCases)('$idea', ({ cases }) => {
    for (const { given, expect: expected } of cases) {
      const input = scenarioInput(given ?? {});
      expect(summary(evaluate(input, defaultPolicy(), NOW))).toMatchObject(
        expected,
      );
    }
  });
});
