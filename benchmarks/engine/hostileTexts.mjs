// Documents that mean harm, by what they do.

function document(kind, metadata, spec) {
  return `apiVersion: aligned-autonomy/v1
kind: ${kind}
metadata: ${metadata}
spec: ${spec}
`;
}

const policy = spec => document('Policy', '{ name: ours }', spec);
const scorecard = (checks, filter = '{}') =>
  document(
    'Scorecard',
    '{ name: ours, title: Ours }',
    `{ role: readiness, filter: ${filter}, checks: ${checks} }`,
  );
const overlay = spec =>
  document('Overlay', "{ name: ours, domain: 'domain:default/ours' }", spec);

const check = (expression, id = 'ours') => ({ id, title: 'Ours', expression });
const asking = expression => scorecard(JSON.stringify([check(expression)]));
const many = (count, of) => Array.from({ length: count }, (_, i) => of(i));

/** Ten aliases of ten aliases, and so on. */
function laughs(merge) {
  const lines = many(9, i => {
    const alias = i === 0 ? '{ a: lol }' : `*a${i - 1}`;
    const list = `[${many(10, () => alias).join(', ')}]`;
    return `a${i}: &a${i} ${merge ? `{ ${merge}${list} }` : list}`;
  });
  return `${lines.join('\n')}\n${policy('*a8')}`;
}

/** As many facts that may be absent, and scores that may be told, as one expression has room for. */
const conditions = () =>
  `${many(35, i => `has(a.b${i}) ? 0.${i + 1} : `).join('')}${many(
    70,
    i => `has(a.c${i})`,
  ).join(' || ')} ? 0.9 : 0.8`;

const nested = (open, inner, close, depth) =>
  open.repeat(depth) + inner + close.repeat(depth);

/** Each as YAML, all of them refused. */
export function hostileTexts() {
  return {
    'an expression of 1 MB': asking(`a.b == "${'x'.repeat(1_048_576)}"`),
    'an expression of 500 kB': asking(`a.b == "${'x'.repeat(500_000)}"`),
    'brackets 10,000 deep': asking(nested('(', 'a.b', ')', 10_000)),
    'brackets 900 deep': asking(nested('(', 'a.b', ')', 900)),
    'negations 1,900 deep': asking(`${'!'.repeat(1900)}a.b`),
    'lists of YAML 10,000 deep': policy(nested('[', '', ']', 10_000)),
    'maps of YAML 10,000 deep': policy(nested('{a: ', '1', '}', 10_000)),
    'lists of YAML 250,000 deep': policy(nested('[', '', ']', 250_000)),
    'dashes of YAML 10,000 deep': policy(`\n${'- '.repeat(10_000)}x`),
    'indentation of YAML 900 deep': policy(
      `\n${many(900, i => `${' '.repeat(i + 1)}a:`).join('\n')} 1`,
    ),
    'a filter 2,000 deep': scorecard(
      JSON.stringify([check('a.b')]),
      nested('{ $not: ', '{ kind: a }', '}', 2000),
    ),
    '5,000 checks': scorecard(
      JSON.stringify(many(5000, i => check('a.b', `c${i}`))),
    ),
    '5,000 checks of an overlay': overlay(
      `{ checks: ${JSON.stringify(
        many(5000, i => ({ id: `tracing-${i}`, passAt: 1 })),
      )} }`,
    ),
    '1,000 checks that no policy has': overlay(
      `{ checks: ${JSON.stringify(
        many(1000, i => ({ id: `${'on-call-'.repeat(7)}${i}`, passAt: 1 })),
      )} }`,
    ),
    '1,000 checks with mistakes': scorecard(
      JSON.stringify(many(1000, i => check('catalog.ownr == 1', `c${i}`))),
    ),
    '800 patterns that are too big': scorecard(
      JSON.stringify(
        many(800, i =>
          check(`re2(a.b, '${'[a-z]{900}'.repeat(45)}')`, `c${i}`),
        ),
      ),
    ),
    '230 expressions that are all conditions': scorecard(
      JSON.stringify([
        ...many(229, i => check(conditions(), `c${i}`)),
        check('a.b', 'c1'),
      ]),
    ),
    '40,000 fields that nobody knows': policy(
      `{ ${many(40_000, i => `f${i}: 1`).join(', ')} }`,
    ),
    'a field with a name of 500 kB': policy(`{ ${'x'.repeat(500_000)}: 1 }`),
    'a kind of 500 kB': document('x'.repeat(500_000), '{ name: ours }', '{}'),
    '24,000 areas that nobody knows': document(
      'Scorecard',
      '{ name: ours, title: Ours }',
      `{ role: guardrails, checks: ${JSON.stringify(
        many(24, i => ({
          ...check('a.b', `c${i}`),
          areas: many(1000, n => `deploymant-${n}`),
        })),
      )} }`,
    ),
    'aliases that explode': laughs(),
    'merges that explode': `%YAML 1.1\n---\n${laughs('<<: ')}`,
    'an alias of itself': policy('&a { trust: *a }'),
    '60,000 documents': `${'---\nx\n'.repeat(60_000)}`,
    '50,000 mistakes of YAML': policy(`{ ${'"\\q", '.repeat(50_000)} }`),
    'two checks with one id': scorecard(
      JSON.stringify([check('a.b'), check('a.c')]),
    ),
    'a comprehension inside another': asking(
      'a.b.all(x, a.b.all(y, a.b.all(z, z > y)))',
    ),
    'comprehensions 100 deep': asking(nested('a.b.all(x, ', 'x > 1', ')', 100)),
    'a regular expression for matches': asking('a.b.matches("^(a+)+$")'),
    'a pattern that is too big': asking(
      `re2(a.b, '${'[a-z]{900}'.repeat(40)}')`,
    ),
    'a pattern that repeats repeats': asking(
      `re2(a.b, '${nested('(', 'a{1,9}', '){1,9}', 30)}')`,
    ),
    'groups of a pattern 240 deep': asking(
      `re2(a.b, '${nested('(', 'a', ')*', 160)}')`,
    ),
  };
}
