import type { ActivityItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { readActivityQuery, writeActivityQuery } from './activityQuery';
import { dayGroups } from './dayGroups';

const noon = new Date(2026, 2, 2, 12).getTime();
const HOUR = 3_600_000;

function item(id: string, at: number): ActivityItem {
  return {
    id,
    recordedAt: at,
    policyVersion: '1',
    event: {
      at,
      cause: 'time',
      reasons: [],
      kind: 'level-recovered',
      level: 2,
    },
    entity: {
      entityRef: `component:default/${id}`,
      kind: 'component',
      namespace: 'default',
      name: id,
    },
  };
}

describe('dayGroups', () => {
  it('keeps the order and puts a day under one heading', () => {
    const groups = dayGroups([
      item('a', noon + HOUR),
      item('b', noon),
      item('c', noon - 24 * HOUR),
    ]);

    expect(groups.map(({ items }) => items.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
    expect(groups[0].day).toBe(noon - 12 * HOUR);
  });

  it('has no day without items', () => {
    expect(dayGroups([])).toEqual([]);
  });
});

describe('activityQuery', () => {
  it('survives the way through the address, without what it does not know', () => {
    const query = {
      kind: ['level-demoted' as const],
      cause: ['time' as const],
      domain: ['domain:default/a', 'domain:default/b'],
      owner: undefined,
    };

    const address = writeActivityQuery(query);
    address.append('kind', 'invented');
    address.append('cause', 'magic');

    expect(readActivityQuery(address)).toEqual(query);
  });
});
