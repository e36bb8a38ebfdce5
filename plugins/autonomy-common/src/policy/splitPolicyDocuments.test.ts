import { splitPolicyDocuments } from './splitPolicyDocuments';

const scorecard = (name: string) => `kind: Scorecard
metadata: { name: ${name} } # a remark
`;

describe('splitPolicyDocuments', () => {
  it('gives each document as it was written, with its comments', () => {
    const first = `# why it is so\n${scorecard('a')}`;
    const second = `kind: Overlay\nmetadata:\n  name: b\n  domain: domain:default/Pay\n`;
    expect(splitPolicyDocuments(`---\n${first}---\n${second}---\n`)).toEqual([
      { key: { kind: 'scorecard', name: 'a' }, line: 2, yaml: first },
      {
        key: { kind: 'overlay', name: 'b' },
        line: 6,
        yaml: second,
        domain: 'domain:default/pay',
      },
    ]);
  });

  it.each([
    ['nothing', '', 0],
    ['comments alone', '# a\n---\n# b\n', 0],
    ['a text that is no mapping', 'words', 1],
    ['another kind', 'kind: Component\nmetadata: { name: a }', 1],
    ['no name', 'kind: Scorecard', 1],
    ['a name that is none', 'kind: Scorecard\nmetadata: { name: [a] }', 1],
    ['metadata that is none', 'kind: Scorecard\nmetadata: a', 1],
    ['no YAML', 'a: [', 1],
  ])('finds no key in %s', (_, text, count) => {
    const parts = splitPolicyDocuments(text);
    expect(parts).toHaveLength(count);
    expect(parts.every(({ key }) => key === undefined)).toBe(true);
  });

  it('puts together again what it took apart', () => {
    const text = `${scorecard('a')}---\n${scorecard('b')}`;
    const parts = splitPolicyDocuments(text);
    expect(parts.map(({ yaml }) => yaml).join('---\n')).toBe(text);
  });
});
