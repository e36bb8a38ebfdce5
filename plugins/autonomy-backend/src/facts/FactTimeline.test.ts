import { FactTimeline, type FactRun } from './FactTimeline';

const TTL = 10;

function run(value: string, since: number, collectedAt = since): FactRun {
  return { since, collectedAt, ttl: TTL, document: value, hash: value };
}

/** What a timeline would store, as `value since-collectedAt`. */
function stored(timeline: FactTimeline) {
  const show = ({ document, since, collectedAt }: FactRun) =>
    `${document} ${since}-${collectedAt}`;
  return {
    latest: timeline.changedLatest && show(timeline.changedLatest),
    older: [...timeline.changedOlder].map(show),
  };
}

describe('FactTimeline', () => {
  it('begins with the first report', () => {
    const timeline = FactTimeline.create({});
    expect(timeline.report(run('a', 5))).toBe(true);
    expect(stored(timeline)).toEqual({ latest: 'a 5-5', older: [] });
  });

  it('extends a run while the same is said without a silence', () => {
    const timeline = FactTimeline.create({ latest: run('a', 5) });
    expect(timeline.report(run('a', 15))).toBe(true);
    expect(timeline.report(run('a', 15 + 2 * TTL))).toBe(true);
    expect(stored(timeline)).toEqual({ latest: 'a 5-35', older: [] });
  });

  it('begins a new run after a silence, or where something else is said', () => {
    const timeline = FactTimeline.create({ latest: run('a', 5) });
    timeline.report(run('a', 5 + 2 * TTL + 1));
    timeline.report(run('b', 27));
    expect(stored(timeline)).toEqual({
      latest: 'b 27-27',
      older: ['a 5-5', 'a 26-26'],
    });
  });

  it('says that what is known is no news', () => {
    const timeline = FactTimeline.create({
      latest: run('b', 20, 30),
      older: [run('a', 0, 10)],
    });
    const known = [run('b', 30), run('b', 25), run('a', 0), run('a', 7)];
    expect(known.map(report => timeline.report(report))).toEqual(
      known.map(() => false),
    );
    expect(stored(timeline)).toEqual({ latest: undefined, older: [] });
  });

  it('takes another ttl for news', () => {
    const timeline = FactTimeline.create({ latest: run('a', 5, 7) });
    expect(timeline.report({ ...run('a', 7), ttl: 99 })).toBe(true);
    expect(timeline.changedLatest).toMatchObject({ since: 5, ttl: 99 });
  });

  it('keeps what comes from the past to the past', () => {
    const timeline = FactTimeline.create({ latest: run('b', 20, 30) });
    expect(timeline.report(run('a', 12))).toBe(true);
    expect(timeline.report(run('a', 12))).toBe(false);
    expect(stored(timeline)).toEqual({ latest: undefined, older: ['a 12-12'] });
  });

  it('lets the later of two reports of one instant count', () => {
    const timeline = FactTimeline.create({
      latest: run('b', 20, 30),
      older: [run('a', 0, 10)],
    });
    timeline.report(run('c', 10));
    timeline.report(run('c', 30));
    expect(stored(timeline)).toEqual({
      latest: 'c 30-30',
      older: ['a 0-9', 'c 10-10', 'b 20-29'],
    });
  });

  it('comes to the same whether a history is sent once or twice', () => {
    const history = [0, 10, 20, 30, 40].map(at => run(at < 25 ? 'a' : 'b', at));
    const first = FactTimeline.create({});
    history.forEach(report => first.report(report));
    const again = FactTimeline.create({
      latest: first.changedLatest,
      older: [...first.changedOlder],
    });
    expect(history.map(report => again.report(report))).toEqual(
      history.map(() => false),
    );
  });
});
