import { compileExpression } from '../engine/cel';
import { Horizon } from '../engine/time';
import { re2 } from './re2';

function evaluate(source: string, version: unknown) {
  const expression = compileExpression(source, {
    returns: 'boolean',
    matcher: re2,
  });
  const facts = { runtime: { version: version as string } };
  return expression.evaluate(facts, new Horizon(0));
}

describe('re2', () => {
  it('finds a pattern anywhere in a text', () => {
    const found = (version: string) =>
      evaluate("re2(runtime.version, '^v2[0-9]$|lts')", version);
    expect(found('v22')).toEqual({ kind: 'value', value: true });
    expect(found('now lts')).toEqual({ kind: 'value', value: true });
    expect(found('v18')).toEqual({ kind: 'value', value: false });
  });

  it('cannot tell of what is no text, or too much of it', () => {
    const found = (version: unknown) =>
      evaluate("re2(runtime.version, 'x')", version);
    expect(found(22)).toEqual({ kind: 'wrong-type' });
    expect(found(undefined)).toEqual({ kind: 'missing' });
    expect(found('x'.repeat(2000))).toMatchObject({ value: true });
    expect(found('x'.repeat(2001))).toEqual({ kind: 'wrong-type' });
  });

  it('does not hang', () => {
    const text = `${'a'.repeat(1999)}!`;
    expect(evaluate("re2(runtime.version, '^(a+)+$')", text)).toEqual({
      kind: 'value',
      value: false,
    });
  });

  it.each([
    'x'.repeat(500),
    '^[A-Z0-9]{1,63}([.][a-z]{1,63}){1,2}$',
    '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  ])('has room for %.40s', pattern => {
    expect(() => re2(pattern)).not.toThrow();
  });

  it.each([
    [
      `re2(a.b, '${'[a-z]{900}'.repeat(40)}')`,
      'the pattern is too big (expected at most 512 steps once compiled, found about 36000) (at character 10)',
    ],
    [
      `re2(a.b, '${'[a-z]{0,900}'.repeat(30)}[0-9]')`,
      'the pattern is too big (expected at most 512 steps once compiled, found about 27001) (at character 10)',
    ],
    ["re2(a.b, '(')", /^not a regular expression: .*at character 10\)$/],
    ["re2(a.b, '(a)\\\\1')", /^not a regular expression/],
    ['re2(a.b, a.c)', /^re2 expects a pattern in quotes/],
    ["re2(3, 'x')", /^re2 expects a text, and 3 is a number/],
  ])('refuses %s', (source, message) => {
    expect(() =>
      compileExpression(source, { returns: 'boolean', matcher: re2 }),
    ).toThrow(message);
  });
});
