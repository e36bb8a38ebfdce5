import type { JsonObject, JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';
import { suggest } from '../suggest';
import { Horizon } from '../time';
import { ExpressionError } from './ExpressionError';
import type { FactSchema, FactSchemas } from './FactSchema';
import { parse } from './parse';
import type { RegexCompiler } from './re2';
import { childNodes } from './syntax';
import { inWords, isList, type TermType } from './Term';
import { TermCompiler } from './TermCompiler';

/** What an expression that tells a value is compiled for. @public */
export interface CompileValueOptions {
  returns: 'boolean' | 'text' | 'texts';
  /**
   * Every name it may read, with what is known below it; nothing is known where it is undefined. The path
   * `''` is the name itself.
   */
  names: Readonly<Record<string, FactSchema | undefined>>;
  /** Makes regular expressions available. */
  matcher?: RegexCompiler;
}

/** A CEL expression that tells a value from others. @public */
export interface CompiledValue {
  readonly source: string;
  /** @returns undefined where something it needs is missing or of another type */
  evaluate(values: JsonObject): JsonValue | undefined;
}

const FITS: Record<
  CompileValueOptions['returns'],
  (value: unknown) => value is JsonValue
> = {
  boolean: (value): value is boolean => typeof value === 'boolean',
  text: (value): value is string => typeof value === 'string',
  texts: (value): value is string[] =>
    Array.isArray(value) && value.every(item => typeof item === 'string'),
};

/** What a value is must not depend on when it is asked for. */
function refuseTime(node: ASTNode): void {
  if (node.op === 'call' && node.args[0] === 'within') {
    throw new ExpressionError('within is not available here', node.start);
  }
  childNodes(node).forEach(refuseTime);
}

function checkNames(compiler: TermCompiler, names: readonly string[]): void {
  for (const { segments } of compiler.reads) {
    const [name] = segments;
    if (names.includes(name)) continue;
    const known = suggest(name, names);
    const hint =
      known === undefined
        ? `expected one of ${names.join(', ')}`
        : `did you mean ${known}?`;
    throw new ExpressionError(`unknown name ${name} (${hint})`, 0);
  }
}

function checkType(type: TermType, returns: CompileValueOptions['returns']) {
  if (type === 'any' || type === returns) return;
  if (returns === 'texts' && isList(type) && type !== 'numbers') return;
  throw new ExpressionError(
    `the result has the wrong type (expected ${inWords(
      returns,
    )}, found ${inWords(type)})`,
    0,
  );
}

/**
 * Parses and checks a CEL expression that tells a value, such as `'component:default/' + labels.service`.
 * @throws {@link ExpressionError} with the position of the mistake
 * @public
 */
export function compileValue(
  source: string,
  { returns, names, matcher }: CompileValueOptions,
): CompiledValue {
  const facts: FactSchemas = Object.fromEntries(
    Object.entries(names).flatMap(([name, schema]) =>
      schema ? [[name, schema]] : [],
    ),
  );
  const root = parse(source);
  refuseTime(root);
  const compiler = new TermCompiler({ returns: 'boolean', facts, matcher });
  const { run, type } = compiler.compile(root);
  checkNames(compiler, Object.keys(names));
  checkType(type, returns);
  const horizon = new Horizon(0);
  const fits = FITS[returns];
  return {
    source,
    evaluate: values => {
      const value = run(values, horizon);
      return fits(value) ? value : undefined;
    },
  };
}
