import type { KnownFact } from '../../api/checkInsight';
import type { FactType } from '../../engine/cel';
import { compareText } from '../../engine/math';
import type { ExpressionUse } from './checkExpression';
import { cursorPlace, type CursorPlace } from './cursorPlace';
import { EXPRESSION_FUNCTIONS, type ExpressionFunction } from './functions';

/** Something that could be written at the cursor. @public */
export interface ExpressionOption {
  label: string;
  kind: 'fact' | 'function' | 'operator' | 'keyword';
  /** What it is, in one line. */
  detail: string;
  /** The text that takes the place of what was typed. */
  apply: string;
}

/** @public */
export interface ExpressionCompletion {
  /** What was typed of a word, which an option replaces; offsets from 0, `to` is behind its last character. */
  from: number;
  to: number;
  /** Everything that fits, whatever was typed. */
  options: ExpressionOption[];
}

/** @public */
export interface CompleteExpressionOptions {
  use: ExpressionUse;
  facts: readonly KnownFact[];
}

const OPERATORS: readonly (readonly [string, string])[] = [
  ['&&', 'both hold'],
  ['||', 'at least one holds'],
  ['==', 'is equal'],
  ['!=', 'is not equal'],
  ['<', 'is less'],
  ['<=', 'is at most'],
  ['>', 'is more'],
  ['>=', 'is at least'],
  ['in', 'is an item of a list'],
  ['? :', 'one of two values'],
  ['+', 'sum'],
  ['-', 'difference'],
  ['*', 'product'],
  ['/', 'quotient'],
  ['%', 'remainder'],
];

const DURATIONS = ['P7D', 'P30D', 'P90D', 'P180D', 'P365D'];

const NAME = /^[A-Za-z_]\w*$/;
const COLLECTOR = /^[a-z][A-Za-z0-9]{0,62}$/;
/** Names that the grammar of CEL keeps for itself. */
const RESERVED =
  /^(as|break|const|continue|else|false|for|function|if|import|in|let|loop|namespace|null|package|return|true|var|void|while)$/;

/** Below a dot only names can stand; any other key goes into brackets. */
function isPlain(key: string): boolean {
  return NAME.test(key) && !RESERVED.test(key);
}

function asWritten([collector, ...keys]: readonly string[]): string {
  return keys.reduce(
    (path, key) =>
      isPlain(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`,
    collector,
  );
}

function segmentsOf({ path }: KnownFact): string[] {
  return path.split('.');
}

function detailOf({ type, example }: KnownFact): string {
  const words = type === 'any' ? 'fact' : type;
  return example === undefined ? words : `${words}, e.g. ${example}`;
}

function readable(
  facts: readonly KnownFact[],
  use: ExpressionUse,
): KnownFact[] {
  return facts
    .filter(fact => {
      const [collector, ...keys] = segmentsOf(fact);
      const isAllowed = use === 'check' || collector === 'catalog';
      const isWritable = COLLECTOR.test(collector) && !RESERVED.test(collector);
      return isAllowed && isWritable && keys.length > 0;
    })
    .sort((a, b) => compareText(a.path, b.path));
}

function factOptions(facts: readonly KnownFact[]): ExpressionOption[] {
  return facts.map(fact => ({
    label: fact.path,
    kind: 'fact',
    detail: detailOf(fact),
    apply: asWritten(segmentsOf(fact)),
  }));
}

/** The facts below some path, as far as they can be written behind its dot. */
function factsBelow(
  path: readonly string[],
  facts: readonly KnownFact[],
): ExpressionOption[] {
  return facts.flatMap((fact): ExpressionOption[] => {
    const segments = segmentsOf(fact);
    const rest = segments.slice(path.length);
    const isBelow = path.every((key, i) => segments[i] === key);
    if (!isBelow || rest.length === 0 || !isPlain(rest[0])) return [];
    const [first, ...keys] = rest;
    return [
      {
        label: rest.join('.'),
        kind: 'fact',
        detail: detailOf(fact),
        apply: asWritten([first, ...keys]),
      },
    ];
  });
}

function functionOption({
  name,
  signature,
  help,
  on,
}: ExpressionFunction): ExpressionOption {
  const opening = on === 'list' ? `${name}(x, ` : `${name}(`;
  return {
    label: name,
    kind: 'function',
    detail: `${signature}: ${help}`,
    apply: signature.endsWith('()') ? `${name}()` : opening,
  };
}

const CALLS = EXPRESSION_FUNCTIONS.filter(({ on }) => !on).map(functionOption);

/** The functions that can be called on a value, as far as is known what it is. */
function methodsOn(type: FactType): ExpressionOption[] {
  if (type === 'boolean' || type === 'number') return [];
  const isList = type === 'texts' || type === 'numbers';
  const fitting = EXPRESSION_FUNCTIONS.filter(({ on }) =>
    type === 'any' ? on : on === (isList ? 'list' : 'text'),
  );
  return fitting.map(functionOption);
}

function keyword(label: string, detail: string): ExpressionOption {
  return { label, kind: 'keyword', detail, apply: label };
}

function fieldOptions(
  { path, variable }: CursorPlace,
  facts: readonly KnownFact[],
): ExpressionOption[] {
  const isFact = path && path[0] !== variable;
  if (!isFact) return methodsOn('any');
  // Nothing but the variable can be read there.
  if (variable !== undefined || path.length === 0) return [];
  const below = factsBelow(path, facts);
  const known = facts.find(fact => fact.path === path.join('.'));
  if (known) return [...below, ...methodsOn(known.type)];
  const isFree = below.length === 0 && path.length > 1;
  return isFree ? methodsOn('any') : below;
}

function valueOptions(
  { bracket, variable }: CursorPlace,
  facts: readonly KnownFact[],
): ExpressionOption[] {
  const { name, argument = 0, variable: declared } = bracket ?? {};
  if (argument === 1 && name === 're2') return [];
  if (argument === 1 && name === 'within') {
    return DURATIONS.map(duration => keyword(`'${duration}'`, 'duration'));
  }
  // A comprehension names its variable first; it is the author's to choose.
  const isDeclaring =
    argument === 0 &&
    (declared !== undefined ||
      EXPRESSION_FUNCTIONS.some(
        known => known.name === name && known.on === 'list',
      ));
  if (isDeclaring) return [];
  if (name === 'has' && variable === undefined) return factOptions(facts);
  return [
    ...(variable === undefined
      ? factOptions(facts)
      : [keyword(variable, 'the item at hand')]),
    ...CALLS,
    keyword('true', 'boolean'),
    keyword('false', 'boolean'),
  ];
}

/**
 * What could be written at a place of an expression, which need not be finished.
 *
 * @param offset - of the cursor, from 0
 * @public
 */
export function completeExpression(
  source: string,
  offset: number,
  { facts, use }: CompleteExpressionOptions,
): ExpressionCompletion {
  const place = cursorPlace(source, offset);
  const { from, to, expects } = place;
  switch (expects) {
    case 'field':
      return { from, to, options: fieldOptions(place, readable(facts, use)) };
    case 'value':
      return { from, to, options: valueOptions(place, readable(facts, use)) };
    case 'operator': {
      const options = OPERATORS.map(
        ([label, detail]): ExpressionOption => ({
          label,
          kind: 'operator',
          detail,
          apply: label === '? :' ? '? ' : `${label} `,
        }),
      );
      return { from, to, options };
    }
    default:
      return { from, to, options: [] };
  }
}
