import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';

// Quarters are exact, so that no rounding hides behind the tolerance of comparisons.
const quarter = fc.integer({ min: -8, max: 8 }).map(n => n / 4);
const word = fc.constantFrom('', 'a', 'ab', 'b');
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  quarter,
  word,
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
  fc.array(quarter, { maxLength: 3 }),
  fc.record({ a: quarter, ab: word }, { requiredKeys: [] }),
);
const group = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });
/** Facts of two collectors, of which the second may never have reported. */
export const anyFacts = fc.record(
  { f: group, g: group },
  { requiredKeys: ['f'] },
);

const fact = fc.constantFrom('f.a', 'f.b', 'f.c', 'g.a', 'f.a.ab', 'f["b"]');
const numberText = quarter.map(n => n.toFixed(2));
const wordText = word.map(text => JSON.stringify(text));
const order = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');

const grammar = fc.letrec<{ question: string; number: string; item: string }>(
  tie => ({
    number: fc.oneof(
      { maxDepth: 3 },
      fact,
      numberText,
      // As an integer, CEL would not let it stand beside a figure in a choice.
      fact.map(f => `(size(${f}) * 1.0)`),
      fc
        .tuple(tie('number'), fc.constantFrom('+', '*'), tie('number'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('number').map(a => `(${a} / 2.0)`),
      tie('number').map(a => `-${a}`),
      fc
        .tuple(tie('question'), tie('number'), tie('number'))
        .map(([q, a, b]) => `(${q} ? ${a} : ${b})`),
    ),
    item: fc.oneof(
      fc.tuple(order, numberText).map(([op, n]) => `x ${op} ${n}`),
      fc.tuple(order, wordText).map(([op, w]) => `x ${op} ${w}`),
      wordText.map(w => `x.startsWith(${w})`),
      fc.constant('x'),
      fc.tuple(tie('item'), tie('item')).map(([a, b]) => `(${a} || ${b})`),
    ),
    question: fc.oneof(
      { maxDepth: 4 },
      fact,
      fc
        .tuple(fact, fc.constantFrom('==', '!='), fact)
        .map(parts => parts.join(' ')),
      fc.tuple(tie('number'), order, numberText).map(parts => parts.join(' ')),
      fc.tuple(fact, order, wordText).map(parts => parts.join(' ')),
      fc.tuple(numberText, order, fact).map(parts => parts.join(' ')),
      // Of texts only: where CEL calls other types unequal, they are unknown here.
      fact.map(f => `(${f}.contains("") ? ${f} in ["a", "b", 1.0] : false)`),
      fc.constantFrom('has(f.a)', 'has(f.b)', 'has(g.c)'),
      fc
        .tuple(
          fact,
          fc.constantFrom('contains', 'startsWith', 'endsWith'),
          wordText,
        )
        .map(([f, method, w]) => `${f}.${method}(${w})`),
      fact.map(f => `${f}.upperAscii().trim() == "A"`),
      fc
        .tuple(
          fact,
          fc.constantFrom('all', 'exists', 'exists_one'),
          tie('item'),
        )
        .map(([f, name, item]) => `${f}.${name}(x, ${item})`),
      fc
        .tuple(fact, tie('item'))
        .map(([f, item]) => `size(${f}.filter(x, ${item})) > 1.0`),
      fact.map(f => `${f}[1] == "a"`),
      fc
        .tuple(fact, fc.constantFrom('==', '!='))
        .map(([f, op]) => `${f} ${op} []`),
      tie('question').map(q => `!(${q})`),
      fc
        .tuple(tie('question'), fc.constantFrom('&&', '||'), tie('question'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc
        .tuple(tie('question'), tie('question'), tie('question'))
        .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
  }),
);

/** An expression over these facts, which may make no sense. */
export const anyExpression = fc.oneof(grammar.question, grammar.number);
