import { createEvaluation } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { countRights, interestingRights } from './interestingRights';

describe('interestingRights', () => {
  const { rights } = createEvaluation();

  it('puts what is withheld before what is granted or grave, in the order of the policy', () => {
    expect(interestingRights(rights, 2).map(right => right.area)).toEqual([
      'deployment',
      'data-access',
    ]);
    expect(interestingRights(rights, 4).map(right => right.area)).toEqual([
      'api-contract',
      'deployment',
      'data-access',
      'compliance',
    ]);
  });

  it('shows all where there are few', () => {
    expect(interestingRights(rights.slice(0, 3), 6)).toEqual(
      rights.slice(0, 3),
    );
  });

  it('counts the freest first', () => {
    expect(countRights(rights)).toEqual([
      [5, 3],
      [4, 3],
      [3, 3],
      [2, 2],
    ]);
  });
});
