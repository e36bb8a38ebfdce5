import { compileExpression } from './compileExpression';

const matcher = (pattern: string) => {
  const regex = new RegExp(pattern);
  return (text: string) => regex.test(text);
};

function compile(source: string) {
  return compileExpression(source, { returns: 'boolean', matcher });
}

const chain = (length: number, part: string) => Array(length).fill(part);

describe('limits', () => {
  it.each([
    `a.b == "${'x'.repeat(1991)}"`,
    chain(160, 'a.b').join(' && '),
    `${'!'.repeat(38)}a.b`,
    `${'('.repeat(100)}a.b${')'.repeat(100)}`,
    `a.b in [${chain(100, '1').join()}]`,
    `re2(a.b, '${'x'.repeat(500)}')`,
  ])('allow %.40s', source => {
    expect(() => compile(source)).not.toThrow();
  });

  it.each([
    [
      `a.b == "${'x'.repeat(1992)}"`,
      'the expression is too long (expected at most 2000 characters, found 2001) (at character 2001)',
    ],
    [
      chain(168, 'a.b').join(' && '),
      'the expression is too big (expected at most 500 parts, found 503) (at character 1)',
    ],
    [
      `${'!'.repeat(39)}a.b`,
      'the expression is nested too deeply (expected at most 40 levels, found 41) (at character 40)',
    ],
    [
      `${'('.repeat(300)}a.b${')'.repeat(300)}`,
      'the expression is nested too deeply (expected at most 40 levels, found more than 250) (at character 251)',
    ],
    [
      `a.b in [${chain(101, '1').join()}]`,
      'the list is too long (expected at most 100 items, found 101) (at character 8)',
    ],
    [
      `re2(a.b, '${'x'.repeat(501)}')`,
      'the pattern is too long (expected at most 500 characters, found 501) (at character 10)',
    ],
    [
      `size(${chain(40, '1').join()}) > 1`,
      'size has the wrong number of arguments (expected 1, found 40) (at character 1)',
    ],
  ])('refuse %.40s', (source, message) => {
    expect(() => compile(source)).toThrow(expect.objectContaining({ message }));
  });
});
