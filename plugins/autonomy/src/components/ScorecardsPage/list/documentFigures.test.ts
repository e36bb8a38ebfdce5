import { createCheckInsight } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { documentFigures } from './documentFigures';

const insights = new Map(
  [
    createCheckInsight({ id: 'a', applies: 10, pass: 9, coverage: 0.1 }),
    createCheckInsight({
      id: 'b',
      applies: 30,
      pass: 3,
      coverage: 0.3,
      nobodyFails: true,
    }),
    createCheckInsight({ id: 'other', applies: 1_000, pass: 1_000 }),
    createCheckInsight({ id: 'nowhere', applies: 0, pass: 0, coverage: 0 }),
  ].map(insight => [insight.id, insight]),
);

describe('documentFigures', () => {
  it('weighs checks by how many entities they apply to', () => {
    expect(
      documentFigures({ checks: ['a', 'b', 'not-counted'] }, insights),
    ).toEqual({
      passRate: 0.3,
      coverage: { least: 0.1, most: 0.3 },
      nobodyFails: 1,
    });
  });

  it('says nothing where nothing applies or is known', () => {
    expect(documentFigures({ checks: ['nowhere'] }, insights)).toEqual({
      passRate: undefined,
      coverage: { least: 0, most: 0 },
      nobodyFails: 0,
    });
    expect(documentFigures({ checks: [] }, insights)).toEqual({
      passRate: undefined,
      coverage: undefined,
      nobodyFails: 0,
    });
  });
});
