import {
  createDeployment,
  createIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import {
  mergeTimeline,
  TIMELINE_KINDS,
  type TimelineItem,
  type TimelineSources,
} from './timeline';

const incident = (at: number): TimelineItem => ({
  kind: 'incident',
  at,
  key: `incident:${at}`,
  incident: createIncident({ startedAt: at }),
});

const deployment = (at: number): TimelineItem => ({
  kind: 'deployment',
  at,
  key: `deployment:${at}`,
  deployment: createDeployment({ finishedAt: at }),
});

function sources(change: Partial<TimelineSources>): TimelineSources {
  return {
    change: { items: [] },
    incident: { items: [] },
    deployment: { items: [] },
    ...change,
  };
}

const at = (items: TimelineItem[]) => items.map(item => item.at);

describe('mergeTimeline', () => {
  it('merges all that is read, the newest first', () => {
    const { items, behind } = mergeTimeline(
      sources({
        incident: { items: [incident(50), incident(10)] },
        deployment: { items: [deployment(70), deployment(20)] },
      }),
      TIMELINE_KINDS,
    );

    expect(at(items)).toEqual([70, 50, 20, 10]);
    expect(behind).toEqual([]);
  });

  it('goes no further back than every kind has been read', () => {
    const { items, behind } = mergeTimeline(
      sources({
        incident: { items: [incident(50), incident(10)], nextCursor: 'i' },
        deployment: {
          items: [deployment(70), deployment(60)],
          nextCursor: 'd',
        },
      }),
      TIMELINE_KINDS,
    );

    expect(at(items)).toEqual([70, 60]);
    expect(behind).toEqual(['deployment']);
  });

  it('does not wait for kinds that nobody looks at', () => {
    const { items, behind } = mergeTimeline(
      sources({
        incident: { items: [incident(50), incident(10)] },
        deployment: { items: [deployment(70)], nextCursor: 'd' },
      }),
      ['incident'],
    );

    expect(at(items)).toEqual([50, 10]);
    expect(behind).toEqual([]);
  });
});
