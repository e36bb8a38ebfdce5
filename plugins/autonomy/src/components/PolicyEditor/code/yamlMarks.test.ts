import { Text } from '@codemirror/state';
import { marksOf, rangeOf } from './yamlMarks';

const TEXT = Text.of(['spec:', '  weight: -1', '']);

function markedBy(place: {
  line: number;
  column?: number;
  endColumn?: number;
}) {
  const { from, to } = rangeOf({ field: 'x', message: 'm', ...place }, TEXT);
  return TEXT.sliceString(from, to);
}

describe('rangeOf', () => {
  it.each([
    [{ line: 2, column: 11, endColumn: 13 }, '-1'],
    [{ line: 2, column: 11 }, '-1'],
    [{ line: 2 }, 'weight: -1'],
    // The text was shortened since.
    [{ line: 2, column: 40, endColumn: 60 }, ''],
    [{ line: 99 }, ''],
    [{ line: 0 }, 'spec:'],
  ])('marks %j', (place, marked) => {
    expect(markedBy(place)).toBe(marked);
  });
});

describe('marksOf', () => {
  it('marks nothing of another document', () => {
    const issue = { line: 1, field: 'x', message: 'm' };
    expect(
      marksOf([issue, { ...issue, file: 'a.yaml' }], 'error', TEXT),
    ).toEqual([{ from: 0, to: 5, severity: 'error', message: 'm' }]);
  });
});
