import { goldenCases } from '../__fixtures__/golden';
import { goldenSummary } from '../__fixtures__/goldenSummary';
import { advance } from './advance';

describe('golden cases', () => {
  it.each(goldenCases())('$name', ({ input, policy, now, expected }) => {
    const evaluation = advance(input, policy, now);
    expect(goldenSummary(evaluation)).toMatchObject(expected);
  });
});
