import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { CompiledPolicy, EvaluationInput } from '../engine';
import { existingEstate } from './defaults';
import { scenarioWithHistory, type Scenario } from './scenario';

const GOLDEN = resolve(__dirname, 'golden');

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

/** One scenario that shows an idea. */
export interface GoldenCase {
  input: EvaluationInput;
  policy: CompiledPolicy;
  expected: Record<string, unknown>;
}

/** An idea with the scenarios that show it. */
export interface GoldenIdea {
  idea: string;
  cases: GoldenCase[];
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

/** The small readable set of what the engine must say: one file for each idea, in order of names. */
export function goldenIdeas(): GoldenIdea[] {
  return readdirSync(GOLDEN)
    .sort()
    .map(file => {
      const { idea, cases }: GoldenFile = parse(
        readFileSync(join(GOLDEN, file), 'utf8'),
      );
      return {
        idea,
        cases: cases.map(({ given, policy = '', expect: expected }) => ({
          input: scenarioWithHistory(given ?? {}),
          policy: policyOf(policy),
          expected,
        })),
      };
    });
}
