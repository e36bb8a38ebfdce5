import { RE2JS } from 're2js';
import type { RegexCompiler } from '../engine/cel';
import { LIMITS } from '../engine/cel/limits';
import { estimatedSteps } from './estimatedSteps';

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw new Error(`not a regular expression: ${(error as Error).message}`);
  }
}

const MILLION = 1_000_000;

function tooBig(found: string): Error {
  return new Error(
    `the pattern is too big (expected at most ${LIMITS.steps} steps once compiled, found ${found})`,
  );
}

/**
 * Regular expressions whose time is in proportion to the text and to the size of the pattern, which
 * are both limited: none can hold up the backend.
 * @public
 */
export const re2: RegexCompiler = pattern => {
  // To compile what comes to tens of thousands of steps takes its time; alternatives may share some of theirs.
  const estimate = estimatedSteps(pattern);
  if (estimate > 2 * LIMITS.steps) {
    throw tooBig(
      estimate < MILLION ? `about ${estimate}` : 'more than a million',
    );
  }
  const regex = compile(pattern);
  const steps = regex.programSize();
  if (steps > LIMITS.steps) throw tooBig(String(steps));
  // Its own `test` remembers what it meets, which for some patterns takes ten times as long, and memory.
  return text => regex.matcher(text).find();
};
