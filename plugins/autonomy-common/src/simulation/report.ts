import type { MoveCounts, MoveGroups, SimulatedMove, Simulation } from '../api';
import { rightName, type DecisionRight } from '../model';
import type { PolicyChange } from '../policy';

/** A comment of a pull request that goes on for pages is not read. */
const MOST_ROWS = 50;
const MOST_CHANGES = 50;
/** Of a value of the policy; an expression may have any length. */
const MOST_CHARACTERS = 120;

/** @public */
export interface SimulationReportInput {
  simulation: Simulation;
  /** The view that the tables show. */
  when: 'at-once' | 'settled';
  /** Some of the entities that lose a right in that view. */
  losers: readonly SimulatedMove[];
  /** How many there are; absent where nobody can tell. */
  losersInAll?: number;
  domains: MoveGroups['groups'];
  owners: MoveGroups['groups'];
}

/**
 * What a simulation came to, for a pull request: Markdown with the headline figures, what the policies differ in, who
 * loses a right by name, and how many move in each domain and team. Names and values are escaped, so that they are
 * read and never rendered.
 * @public
 */
export function simulationReport(input: SimulationReportInput): string {
  const { domains, owners, simulation, when } = input;
  return [
    ['## What the draft would change'],
    headline(simulation),
    standing(simulation),
    countsTable(simulation),
    changesList(simulation.changes),
    losersTable(input),
    groupsTable('Per domain', domains, when),
    groupsTable('Per team', owners, when),
  ]
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n');
}

function headline({ isWithheld, settled }: Simulation): string[] {
  if (isWithheld) {
    return [
      'Nothing is counted, because only the catalog can tell what you may read.',
    ];
  }
  return settled.rightsLost > 0
    ? [
        `**${entities(
          settled.rightsLost,
        )} would lose a right** once every grace has passed.`,
      ]
    : ['**Nobody would lose a right.**'];
}

function standing(simulation: Simulation): string[] {
  const { asOf, failed, isOutdated, progress, state } = simulation;
  const { done, total } = progress;
  const lines = [
    `${done} of ${total} entities, as of ${new Date(asOf).toISOString()}.`,
  ];
  if (state !== 'done') {
    lines.push(`The simulation is ${state}: what follows is not all.`);
  }
  if (isOutdated) {
    lines.push('The policy in force has changed since.');
  }
  if (failed) {
    lines.push(
      `${entities(failed.entities)} could not be compared: ${escaped(
        failed.reason,
      )}.`,
    );
  }
  return lines;
}

const COUNTED: [keyof MoveCounts, string][] = [
  ['rightsLost', 'lose a right'],
  ['rightsGained', 'gain a right'],
  ['levelDown', 'fall to a lower level'],
  ['levelUp', 'rise to a higher level'],
  ['guardrailWorse', 'have a guardrail that stands worse'],
  ['guardrailBetter', 'have a guardrail that stands better'],
  ['checks', 'have a check with another result'],
  ['entities', 'differ in anything'],
];

function countsTable({ atOnce, isWithheld, settled }: Simulation): string[] {
  return isWithheld
    ? []
    : [
        '| Entities that … | at once | in the end |',
        '| --- | ---: | ---: |',
        ...COUNTED.map(
          ([key, words]) => `| ${words} | ${atOnce[key]} | ${settled[key]} |`,
        ),
      ];
}

function changesList(changes: readonly PolicyChange[]): string[] {
  const shown = changes.slice(0, MOST_CHANGES).map(describeChange);
  const more = changes.length - shown.length;
  return changes.length === 0
    ? ['The draft says what is in force.']
    : [
        '### What it changes',
        '',
        ...shown,
        ...(more > 0 ? [`- and ${more} more`] : []),
      ];
}

function describeChange(change: PolicyChange): string {
  const { domain, effect, field, from, id, subject, to } = change;
  const name = [subject, id, field].filter(Boolean).join(' ');
  const values =
    change.change === 'changed' ? `: ${inCode(from)} → ${inCode(to)}` : '';
  const where = domain === undefined ? '' : ` in ${escaped(domain)}`;
  const how = effect === undefined ? '' : ` (${effect})`;
  return `- ${change.change} ${escaped(name)}${where}${values}${how}`;
}

function losersTable({
  losers,
  losersInAll,
  when,
}: SimulationReportInput): string[] {
  const shown = losers.slice(0, MOST_ROWS);
  if (shown.length === 0) {
    return [];
  }
  const more = (losersInAll ?? losers.length) - shown.length;
  return [
    `### Who loses a right ${when === 'at-once' ? 'at once' : 'in the end'}`,
    '',
    '| Entity | Team | Rights |',
    '| --- | --- | --- |',
    ...shown.map(move => {
      const { rights = [] } =
        (when === 'at-once' ? move.atOnce : move.settled) ?? {};
      const lost = rights
        .filter(
          ({ from, to }) => from !== undefined && to !== undefined && to < from,
        )
        .map(({ area, from, to }) => `${area}: ${named(from)} → ${named(to)}`);
      return row([move.entityRef, move.ownerRef ?? '–', lost.join(', ')]);
    }),
    ...(more > 0 ? ['', `And ${more} more.`] : []),
  ];
}

function groupsTable(
  heading: string,
  groups: MoveGroups['groups'],
  when: 'at-once' | 'settled',
): string[] {
  const counted = groups
    .map(({ atOnce, ref, settled, title }) => ({
      name: ref === undefined ? '–' : title ?? ref,
      counts: when === 'at-once' ? atOnce : settled,
    }))
    .filter(({ counts }) => counts.entities > 0);
  const shown = counted.slice(0, MOST_ROWS);
  const more = counted.length - shown.length;
  return shown.length === 0
    ? []
    : [
        `### ${heading}`,
        '',
        '| | lose a right | level falls | guardrail worse | differ |',
        '| --- | ---: | ---: | ---: | ---: |',
        ...shown.map(({ counts, name }) =>
          row([
            name,
            counts.rightsLost,
            counts.levelDown,
            counts.guardrailWorse,
            counts.entities,
          ]),
        ),
        ...(more > 0 ? ['', `And ${more} more.`] : []),
      ];
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map(cell => escaped(String(cell))).join(' | ')} |`;
}

function entities(count: number): string {
  return count === 1 ? '1 entity' : `${count} entities`;
}

function named(right: DecisionRight | undefined): string {
  return right === undefined ? 'none' : rightName(right);
}

function inCode(value: unknown): string {
  return value === undefined ? 'none' : escaped(JSON.stringify(value));
}

/** Text in one line that means itself in Markdown, a table of it and the HTML in it, and mentions nobody. */
function escaped(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
  const short =
    line.length > MOST_CHARACTERS
      ? `${line.slice(0, MOST_CHARACTERS - 1)}…`
      : line;
  return short
    .replace(/[&<>]/g, each => `&#${each.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
}
