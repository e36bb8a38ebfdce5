import { goldenIdeas } from '../__fixtures__/golden';
import { summary } from '../__fixtures__/summary';
import { NOW } from '../__fixtures__/time';
import { advance } from './advance';

describe('golden cases', () => {
  it.each(goldenIdeas())('$idea', ({ cases }) => {
    for (const { input, policy, expected } of cases) {
      expect(summary(advance(input, policy, NOW))).toMatchObject(expected);
    }
  });
});
