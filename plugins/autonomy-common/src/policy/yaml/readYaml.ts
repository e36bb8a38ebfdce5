import { Composer, LineCounter, type Document } from 'yaml';
import { findStructureProblem } from './findStructureProblem';
import { readTokens } from './readTokens';
import type { TextProblem } from './TextProblem';

/** The documents of a text, or why it is not read. */
export interface ReadYaml {
  documents: Document.Parsed[];
  counter: LineCounter;
  problem?: TextProblem;
}

/** Reads YAML that anybody may have written: what could hold up the process is refused before it is taken apart. */
export function readYaml(text: string): ReadYaml {
  const counter = new LineCounter();
  const { tokens, problem = findStructureProblem(tokens) } = readTokens(
    text,
    counter,
  );
  if (problem) return { documents: [], counter, problem };
  const composer = new Composer({ lineCounter: counter, prettyErrors: false });
  return { documents: [...composer.compose(tokens)], counter };
}
