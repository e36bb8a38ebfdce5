import type { IncidentStatement } from '../IncidentReports';
import { changeIncident } from '../editing/changeIncident';
import type { IncidentRecord } from './IncidentRecord';
import { mergeStatement } from './mergeStatement';
import { wishesOf } from './sourceProposals';

const REF = 'component:default/checkout';
const OTHER = 'component:default/ledger';
const DEFAULT_AREA = 'operations';
const HOUR = 3_600_000;

/** What a source says at an instant; open and high unless told. */
const says = (
  occurredAt: number,
  rest: Partial<IncidentStatement> = {},
): IncidentStatement => ({
  source: 'pager',
  id: '1',
  entityRef: REF,
  title: 'Down',
  severity: 'high',
  areas: [],
  startedAt: 5,
  occurredAt,
  ...rest,
});

function merged(
  statements: readonly IncidentStatement[],
  before?: IncidentRecord,
) {
  let record = before;
  const news = statements.map((statement, index) => {
    const result = mergeStatement(record, statement, {
      now: 100 + index,
      defaultArea: DEFAULT_AREA,
    });
    record = result.record;
    return result.isNews;
  });
  return { news, record: record! };
}

describe('the record of an incident', () => {
  it.each<[string, IncidentStatement[], object]>([
    [
      'has the newest title and end',
      [
        says(10),
        says(20, {
          title: 'Up',
          resolvedAt: 15,
        }),
      ],
      { title: 'Up', resolvedAt: 15 },
    ],
    [
      'touches all that was ever named, without any what such do',
      [
        says(10),
        says(20, { areas: ['budget'] }),
        says(15, { areas: ['tooling'] }),
      ],
      { areas: ['budget', 'operations', 'tooling'] },
    ],
    [
      'touches no more where it is said in other words',
      [says(10), says(20, { areas: ['operations'] }), says(30)],
      { areas: ['operations'] },
    ],
    [
      'began as late as it was ever said to',
      [says(20), says(30, { startedAt: 3 }), says(10, { startedAt: 7 })],
      { startedAt: 7 },
    ],
    [
      'does not go back to an older word',
      [says(20, { title: 'Up', resolvedAt: 15 }), says(10, { startedAt: 1 })],
      { title: 'Up', startedAt: 5, resolvedAt: 15, reopenedAt: undefined },
    ],
    [
      'is not merged by an older word',
      [says(20), says(10, { mergedInto: '2' })],
      { mergedInto: undefined },
    ],
    [
      'is as severe as it was ever said to be',
      [
        says(10, { severity: 'low' }),
        says(20),
        says(30, { severity: 'medium' }),
      ],
      { severity: 'high' },
    ],
    [
      'is as severe as an older word said',
      [says(20, { severity: 'low' }), says(10)],
      { severity: 'high' },
    ],
    [
      'stays with the entity of the first report',
      [says(10), says(20, { entityRef: OTHER })],
      { entityRef: REF, causedBy: undefined },
    ],
    [
      'is caused by nobody else until that is accepted',
      [says(10, { causedBy: 'external' })],
      { causedBy: undefined },
    ],
    [
      'is open again',
      [says(10), says(20, { resolvedAt: 15 }), says(30), says(40)],
      { resolvedAt: undefined, reopenedAt: 30 },
    ],
    [
      'was open again once it is over for good',
      [says(10, { resolvedAt: 9 }), says(30), says(40, { resolvedAt: 35 })],
      { resolvedAt: 35, reopenedAt: 30 },
    ],
    [
      'was open again although that was told late',
      [says(40, { resolvedAt: 35 }), says(10, { resolvedAt: 9 }), says(30)],
      { resolvedAt: 35, reopenedAt: 30 },
    ],
    [
      'is resolved where one instant has it both ways',
      [says(10, { resolvedAt: 9 }), says(10)],
      { resolvedAt: 9 },
    ],
    [
      'has the worse of two words of one instant',
      [
        says(10, { severity: 'critical', title: 'a' }),
        says(10, { title: 'b' }),
      ],
      { severity: 'critical', title: 'a' },
    ],
    [
      'takes what comes without an instant for the newest',
      [says(50), says(20, { undated: true, title: 'Now' })],
      { title: 'Now' },
    ],
  ])('%s', (_, statements, expected) => {
    expect(merged(statements).record.incident).toMatchObject(expected);
  });

  it('knows what is news, and is the very same where nothing is to be written', () => {
    const first = merged([says(10)]).record;
    const now = { now: 9, defaultArea: DEFAULT_AREA };
    expect(mergeStatement(first, says(10), now)).toEqual({
      record: first,
      isNews: false,
    });
    expect(mergeStatement(first, says(10), now).record).toBe(first);
    const again = says(99, { undated: true });
    expect(mergeStatement(first, again, now).record).toBe(first);

    // Said again later, it is written, so that a word in between is older; but nothing counts anew.
    const later = mergeStatement(first, says(30), now);
    expect(later.isNews).toBe(false);
    expect(later.record.told.occurredAt).toBe(30);
    expect(later.record.incident).toBe(first.incident);
    expect(merged([says(20, { title: 'Up' })], later.record)).toMatchObject({
      news: [false],
      record: { incident: { title: 'Down' } },
    });
  });

  it('remembers that it was open again, whatever is repeated', () => {
    const repeats = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => says((from + n) * HOUR));
    const { record } = merged([
      says(HOUR, { resolvedAt: HOUR }),
      ...repeats(2, 300),
    ]);
    expect(record.incident.reopenedAt).toBe(2 * HOUR);
    expect(record.told.states.length).toBeLessThanOrEqual(100);
    expect(record.told.states[0]).toEqual([HOUR, true]);
    // What is told late still sorts in.
    expect(
      merged([says(400 * HOUR, { resolvedAt: 1 }), ...repeats(500, 1)], record)
        .record.incident.reopenedAt,
    ).toBe(500 * HOUR);
    const flapping = Array.from({ length: 300 }, (_, n) =>
      says((500 + n) * HOUR, { resolvedAt: n % 2 ? undefined : 1 }),
    );
    const closed = says(900 * HOUR, { resolvedAt: 1 });
    const { incident, told } = merged([...flapping, closed], record).record;
    expect(told.states).toHaveLength(100);
    expect(incident.reopenedAt).toBe(799 * HOUR);
    expect(
      merged(
        repeats(0, 1).map(each => ({ ...each, resolvedAt: 1 })),
        { ...record, told: { ...told, states: told.states.slice(-1) } },
      ).record.incident.reopenedAt,
    ).toBe(2 * HOUR);
  });

  it('has the time of its first report and of the last change that counts', () => {
    const { record } = merged([
      says(10),
      says(20, { title: 'Up' }),
      says(30, { title: 'Up', severity: 'low' }),
    ]);
    expect(record.incident).toMatchObject({ recordedAt: 100, updatedAt: 101 });
  });

  it.each<[string, IncidentStatement[], object[]]>([
    [
      'a lower severity',
      [says(10), says(20, { severity: 'low' })],
      [{ field: 'severity', value: 'low' }],
    ],
    [
      'fewer areas',
      [
        says(10, { areas: ['budget', 'tooling'] }),
        says(20, { areas: ['tooling'] }),
      ],
      [{ field: 'areas', value: 'tooling' }],
    ],
    [
      'no areas any more',
      [says(10, { areas: ['budget'] }), says(20)],
      [{ field: 'areas', value: 'operations' }],
    ],
    [
      'an earlier start',
      [says(10), says(20, { startedAt: 3 })],
      [{ field: 'startedAt', value: '1970-01-01T00:00:00.003Z' }],
    ],
    [
      'another entity',
      [says(10), says(20, { entityRef: OTHER })],
      [{ field: 'causedBy', value: OTHER }],
    ],
    [
      'another cause, at the first report',
      [says(10, { causedBy: 'external' })],
      [{ field: 'causedBy', value: 'external' }],
    ],
    ['the entity itself as the cause', [says(10, { causedBy: REF })], []],
    [
      'what an older word asked for',
      [says(20), says(10, { severity: 'low', causedBy: OTHER })],
      [],
    ],
  ])('makes a wish of %s', (_, statements, wishes) => {
    expect(wishesOf(merged(statements).record, DEFAULT_AREA)).toEqual(wishes);
  });

  it('gets back no area and no start that a board has judged', () => {
    const { record } = merged([
      says(10, { areas: ['budget', 'tooling'], startedAt: 9 }),
      says(20, { areas: ['tooling'], startedAt: 3 }),
    ]);
    const judged = wishesOf(record, DEFAULT_AREA).reduce(
      (so, change) => changeIncident(so, change, 200),
      record,
    );
    expect(judged.incident).toMatchObject({ areas: ['tooling'], startedAt: 3 });
    expect(wishesOf(judged, DEFAULT_AREA)).toEqual([]);
    const after = (rest: Partial<IncidentStatement>) =>
      merged([says(30, rest)], judged).record.incident;
    expect(after({ areas: ['budget'], startedAt: 9 })).toMatchObject({
      areas: ['tooling'],
      startedAt: 3,
    });
    expect(after({ areas: ['infrastructure'], startedAt: 11 })).toMatchObject({
      areas: ['infrastructure', 'tooling'],
      startedAt: 11,
    });
  });

  it('ends as a board says until the source says otherwise', () => {
    const ended = changeIncident(
      merged([says(10)]).record,
      { field: 'resolvedAt', value: new Date(15).toISOString() },
      200,
    );
    expect(ended.incident.resolvedAt).toBe(15);
    const after = (...statements: IncidentStatement[]) =>
      merged(statements, ended).record.incident;
    const closed = says(30, { resolvedAt: 25 });
    expect(after(says(20, { title: 'Still' })).resolvedAt).toBe(15);
    expect(after(closed).resolvedAt).toBe(25);
    expect(after(closed, says(40))).toMatchObject({
      resolvedAt: undefined,
      reopenedAt: 40,
    });
  });

  it('is raised again only by worse than what a board has judged', () => {
    const { record } = merged([says(10)]);
    const lowered = changeIncident(
      record,
      { field: 'severity', value: 'low' },
      200,
    );
    const severityAfter = (...statements: IncidentStatement[]) =>
      merged(statements, lowered).record.incident.severity;
    expect(severityAfter(says(20, { title: 'Up' }))).toBe('low');
    expect(severityAfter(says(5, { title: 'Up' }))).toBe('low');
    expect(severityAfter(says(20, { severity: 'critical' }))).toBe('critical');
  });
});
