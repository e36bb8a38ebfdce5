import { toDocumentIssues } from './toDocumentIssue';

const YAML = `kind: Scorecard
spec:
  checks:
    - id: own
      weight: heavy
      expression: "slo.met &&"
      when: |
        catalog.tier == 1 &&
        && true
`;
const toIssue = toDocumentIssues('draft', YAML);
const at = (line: number, field: string, message = 'is wrong') =>
  toIssue({ file: 'draft', line, field, message });

it('tells the column of a value', () => {
  expect(at(5, 'spec.checks[0].weight')).toEqual({
    line: 5,
    column: 15,
    field: 'spec.checks[0].weight',
    message: 'is wrong',
  });
});

it('tells the column of a mistake inside an expression, whatever its quotes', () => {
  const field = 'spec.checks[0].expression';
  expect(at(6, field, 'reads badly (at character 9)')).toMatchObject({
    line: 6,
    column: 28,
  });
  expect(
    at(7, 'spec.checks[0].when', 'reads badly (at character 22)'),
  ).toMatchObject({ line: 9, column: 9 });
});

it('tells the line alone where there is no value on it', () => {
  expect(at(3, 'spec.checks')).not.toHaveProperty('column');
  expect(at(1, 'metadata')).toMatchObject({ line: 1 });
  expect(at(1, 'metadata')).not.toHaveProperty('column');
  expect(at(4, '')).toMatchObject({ line: 4, field: '' });
});

it('leaves what stands elsewhere as it is', () => {
  const issue = { file: 'a.yaml', line: 5, field: 'spec', message: 'is wrong' };
  expect(toIssue(issue)).toEqual(issue);
});
