import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { foldMerged } from './foldMerged';

const incident = (id: string, rest: Partial<Incident> = {}): Incident => ({
  id,
  source: 'pager',
  entityRef: 'component:default/checkout',
  title: id,
  severity: 'low',
  areas: [],
  startedAt: 1,
  recordedAt: 1,
  class: 'none',
  ...rest,
});
const fold = (...incidents: Incident[]) => foldMerged(incidents, 'operations');
const idsOf = (incidents: Incident[]) => incidents.map(({ id }) => id);

describe('merged incidents', () => {
  it('count once, with the worst severity and all areas', () => {
    const folded = fold(
      incident('a', { mergedInto: 'b', severity: 'high', areas: ['budget'] }),
      incident('b', { mergedInto: 'c', updatedAt: 7, class: 'bypass' }),
      incident('c', { areas: ['tooling'], severity: 'medium' }),
      incident('d'),
    );
    expect(idsOf(folded)).toEqual(['c', 'd']);
    expect(folded[0]).toMatchObject({
      severity: 'high',
      areas: ['budget', 'operations', 'tooling'],
      class: 'bypass',
      updatedAt: 7,
    });
  });

  it.each<[string, Incident[]]>([
    [
      'where the other is unknown',
      [incident('a', { mergedInto: 'x' }), incident('b')],
    ],
    [
      'where the other is of another source',
      [incident('a', { mergedInto: 'b' }), incident('b', { source: 'other' })],
    ],
    [
      'where another entity answers for the other',
      [
        incident('a', { mergedInto: 'b' }),
        incident('b', { causedBy: 'external' }),
      ],
    ],
    [
      'where they are merged in a circle',
      [incident('a', { mergedInto: 'b' }), incident('b', { mergedInto: 'a' })],
    ],
  ])('count all %s', (_, incidents) => {
    expect(fold(...incidents)).toEqual(incidents);
  });
});
