import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type {
  CompiledPolicy,
  EvaluationInput,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { existingEstate } from './defaults';
import { NOW, scenarioWithHistory, type Scenario } from './scenario';

// From the root of the package, since the built code is elsewhere and the files are not.
const GOLDEN = resolve(__dirname, '../../src/__fixtures__/golden');

/** An idea as written in a file. */
interface GoldenFile {
  idea: string;
  cases: {
    /** How the entity differs from one that does everything well. */
    given: Scenario | null;
    /** Documents over the shipped policy. */
    policy?: string;
    /** The part of the summary that the case is about. */
    expect: Record<string, unknown>;
  }[];
}

/**
 * One scenario that shows an idea of the model.
 * @public
 */
export interface GoldenCase {
  /** What must hold, in one sentence, with a number where several scenarios show it. */
  name: string;
  /** The evidence about one entity, with the year before it. */
  input: EvaluationInput;
  /** The shipped policy, with what the case puts over it. */
  policy: CompiledPolicy;
  /** The instant to evaluate at, in UTC milliseconds. */
  now: number;
  /** What {@link goldenSummary} of the evaluation must contain. */
  expected: Record<string, unknown>;
}

const compiled = new Map<string, CompiledPolicy>();

function policyOf(text: string): CompiledPolicy {
  let policy = compiled.get(text);
  if (!policy) {
    policy = text ? existingEstate(text) : existingEstate();
    compiled.set(text, policy);
  }
  return policy;
}

/**
 * The small readable set of what the engine must say, in order of the names of its files.
 * @public
 */
export function goldenCases(): GoldenCase[] {
  return readdirSync(GOLDEN).sort().flatMap(readCases);
}

function readCases(file: string): GoldenCase[] {
  const text = readFileSync(join(GOLDEN, file), 'utf8');
  const { idea, cases }: GoldenFile = parse(text);
  return cases.map(({ given, policy = '', expect: expected }, index) => ({
    name: cases.length > 1 ? `${idea} (${index + 1})` : idea,
    input: scenarioWithHistory(given ?? {}),
    policy: policyOf(policy),
    now: NOW,
    expected,
  }));
}
