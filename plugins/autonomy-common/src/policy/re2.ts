import { RE2JS } from 're2js';
import type { RegexCompiler } from '../engine/cel';
import { LIMITS } from '../engine/cel/limits';

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw new Error(`not a regular expression: ${(error as Error).message}`);
  }
}

/**
 * Regular expressions whose time is in proportion to the text and to the size of the pattern, which
 * are both limited: none can hold up the backend.
 * @public
 */
export const re2: RegexCompiler = pattern => {
  const regex = compile(pattern);
  const steps = regex.programSize();
  if (steps > LIMITS.steps) {
    throw new Error(
      `the pattern is too big (expected at most ${LIMITS.steps} steps once compiled, found ${steps})`,
    );
  }
  // Its own `test` remembers what it meets, which for some patterns takes ten times as long, and memory.
  return text => regex.matcher(text).find();
};
