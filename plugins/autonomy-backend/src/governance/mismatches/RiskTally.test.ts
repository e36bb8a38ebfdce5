import { RiskTally, type AlikeEntities } from './RiskTally';

const areas = ['tooling', 'budget', 'security'];

function matrixOf(alike: Partial<AlikeEntities>[], of?: string[]) {
  const tally = new RiskTally(of);
  alike.forEach(each =>
    tally.add({
      entities: 1,
      areas,
      rights: '531',
      consequences: 'lmc',
      mismatches: '=+-',
      ...each,
    }),
  );
  return tally.toMatrix();
}

describe('the risk matrix', () => {
  it('counts areas by consequence and right, and which way they differ', () => {
    expect(
      matrixOf([
        { entities: 3 },
        { entities: 2, consequences: 'lmm', rights: '533', mismatches: '?--' },
      ]),
    ).toEqual({
      isWithheld: false,
      entities: 5,
      cells: [
        { consequence: 'low', right: 5, areas: 5, surplus: 0, deficit: 0 },
        { consequence: 'medium', right: 3, areas: 7, surplus: 3, deficit: 4 },
        { consequence: 'critical', right: 1, areas: 3, surplus: 0, deficit: 3 },
      ],
    });
  });

  it('counts some areas only where it is told to', () => {
    expect(matrixOf([{}], ['budget', 'gone'])).toMatchObject({
      entities: 1,
      cells: [{ consequence: 'medium', right: 3, areas: 1, surplus: 1 }],
    });
  });

  it('counts nothing of results of an earlier version', () => {
    expect(matrixOf([{ consequences: '', mismatches: '' }])).toEqual({
      isWithheld: false,
      entities: 1,
      cells: [],
    });
  });
});
