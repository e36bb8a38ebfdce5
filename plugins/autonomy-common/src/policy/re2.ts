import { RE2JS } from 're2js';
import type { RegexCompiler } from '../engine/cel';

/** Regular expressions whose time is in proportion to the text: none can hold up the backend. */
export const re2: RegexCompiler = pattern => {
  const regex = RE2JS.compile(pattern);
  return text => regex.test(text);
};
