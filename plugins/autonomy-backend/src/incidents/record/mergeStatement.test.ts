import type { IncidentStatement } from '../IncidentReports';
import { changeIncident } from '../editing/changeIncident';
import type { IncidentRecord } from './IncidentRecord';
import { mergeStatement } from './mergeStatement';
import { wishesOf } from './sourceProposals';

const REF = 'component:default/checkout';
const OTHER = 'component:default/ledger';

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
    const result = mergeStatement(record, statement, { now: 100 + index });
    record = result.record;
    return result.isNews;
  });
  return { news, record: record! };
}

describe('the record of an incident', () => {
  it.each<[string, IncidentStatement[], object]>([
    [
      'has the newest title, areas, start and end',
      [
        says(10),
        says(20, {
          title: 'Up',
          areas: ['budget'],
          startedAt: 7,
          resolvedAt: 15,
        }),
      ],
      { title: 'Up', areas: ['budget'], startedAt: 7, resolvedAt: 15 },
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
    expect(mergeStatement(first, says(10), { now: 9 })).toEqual({
      record: first,
      isNews: false,
    });
    expect(mergeStatement(first, says(10), { now: 9 }).record).toBe(first);
    const again = says(99, { undated: true });
    expect(mergeStatement(first, again, { now: 9 }).record).toBe(first);

    // Said again later, it is written, so that a word in between is older; but nothing counts anew.
    const later = mergeStatement(first, says(30), { now: 9 });
    expect(later.isNews).toBe(false);
    expect(later.record.told.occurredAt).toBe(30);
    expect(later.record.incident).toBe(first.incident);
    expect(merged([says(20, { title: 'Up' })], later.record)).toMatchObject({
      news: [false],
      record: { incident: { title: 'Down' } },
    });
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
    expect(wishesOf(merged(statements).record)).toEqual(wishes);
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
