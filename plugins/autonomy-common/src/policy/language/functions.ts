/** A function that expressions can use. @public */
export interface ExpressionFunction {
  name: string;
  /** How it is written, such as `has(fact)` or `text.contains(part)`. */
  signature: string;
  /** What it tells, in one line. */
  help: string;
  /** What it is called on; absent for a function of its own. */
  on?: 'text' | 'list';
}

/** Every function of expressions, in the order in which they are shown. @public */
export const EXPRESSION_FUNCTIONS: readonly ExpressionFunction[] = [
  {
    name: 'has',
    signature: 'has(fact)',
    help: 'whether the fact is there; unknown while its collector has reported nothing',
  },
  {
    name: 'within',
    signature: "within(instant, 'P90D')",
    help: 'true while the instant is less than that duration away; the only way to ask for the time',
  },
  {
    name: 'size',
    signature: 'size(value)',
    help: 'characters of a text, items of a list, fields of a group',
  },
  {
    name: 're2',
    signature: "re2(text, 'pattern')",
    help: 'whether a regular expression is found anywhere in the text',
  },
  {
    name: 'contains',
    signature: 'text.contains(part)',
    help: 'whether the part stands anywhere in the text',
    on: 'text',
  },
  {
    name: 'startsWith',
    signature: 'text.startsWith(part)',
    help: 'whether the text begins with the part',
    on: 'text',
  },
  {
    name: 'endsWith',
    signature: 'text.endsWith(part)',
    help: 'whether the text ends with the part',
    on: 'text',
  },
  {
    name: 'lowerAscii',
    signature: 'text.lowerAscii()',
    help: 'the text with A to Z in lower case',
    on: 'text',
  },
  {
    name: 'upperAscii',
    signature: 'text.upperAscii()',
    help: 'the text with a to z in upper case',
    on: 'text',
  },
  {
    name: 'trim',
    signature: 'text.trim()',
    help: 'the text without blanks at its ends',
    on: 'text',
  },
  {
    name: 'all',
    signature: 'list.all(x, condition)',
    help: 'whether the condition holds for every item; it reads nothing but x',
    on: 'list',
  },
  {
    name: 'exists',
    signature: 'list.exists(x, condition)',
    help: 'whether the condition holds for at least one item; it reads nothing but x',
    on: 'list',
  },
  {
    name: 'exists_one',
    signature: 'list.exists_one(x, condition)',
    help: 'whether the condition holds for exactly one item; it reads nothing but x',
    on: 'list',
  },
  {
    name: 'filter',
    signature: 'list.filter(x, condition)',
    help: 'the items for which the condition holds; it reads nothing but x',
    on: 'list',
  },
];

/** What is to be said of a function; undefined where there is none of that name. @public */
export function describeFunction(name: string): ExpressionFunction | undefined {
  return EXPRESSION_FUNCTIONS.find(known => known.name === name);
}
