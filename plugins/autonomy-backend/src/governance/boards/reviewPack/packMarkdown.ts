import type {
  BoardStatistics,
  Policy,
  Proposal,
  ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { subjectOf } from '../subjectOf';
import { entityName } from '../entityName';
import { day, FINDING_WORDS, MATTER_WORDS, percent } from './words';

/**
 * A review pack as Markdown. It names no person: what a board decided, the board decided.
 *
 * @internal
 */
export function packMarkdown(
  pack: ReviewPack,
  policy: Pick<Policy, 'areas'>,
): string {
  const { audits, decided, findings, open, plans, quarter } = pack;
  const sections = [
    `# Review of ${text(pack.title ?? pack.boardRef)}, ${quarter}`,
    `From ${day(pack.from)} until ${day(
      pack.to,
    )}, as far as its reader may read the entities.${
      pack.isCut ? ' Some lists are cut.' : ''
    }`,
    '## Domains',
    table(
      [
        'Domain',
        'Objective',
        'Entities',
        'Levels 1 to 4',
        'Guardrails breached',
        'Surplus',
        'Deficit',
        'Exempt',
        'Allowed',
      ],
      pack.domains.map(domain => [
        domain.title ?? domain.domainRef ?? 'without a domain',
        domain.objective ?? '',
        domain.entities,
        [1, 2, 3, 4]
          .map(level => domain.levels[level as 1 | 2 | 3 | 4])
          .join(', '),
        domain.breached,
        domain.surplus,
        domain.deficit,
        percent(domain.debt.share),
        percent(domain.debt.limit),
      ]),
    ),
    '## Decided',
    table(
      ['Day', 'Matter', 'Entity', 'About', 'Outcome', 'Reasons'],
      decided.map(proposal => [
        day(proposal.decidedAt),
        MATTER_WORDS[proposal.matter],
        entityOf(proposal),
        subjectOf(proposal.content, policy),
        proposal.state,
        reasonsOf(proposal),
      ]),
    ),
    '## Open',
    table(
      ['Since', 'Matter', 'Entity', 'About', 'Votes', 'Lapses'],
      open.map(proposal => [
        day(proposal.openedAt),
        MATTER_WORDS[proposal.matter],
        entityOf(proposal),
        subjectOf(proposal.content, policy),
        `${proposal.votes.length} of ${proposal.tally.quorum}`,
        day(proposal.lapsesAt),
      ]),
    ),
    '## Recalibration plans',
    table(
      ['Plan', 'Entity', 'From', 'Until', 'State', 'Criteria met'],
      plans.map(plan => [
        plan.title,
        plan.entityRef,
        day(plan.startsAt),
        day(plan.endedAt ?? plan.extendedTo ?? plan.endsAt),
        plan.state,
        `${plan.criteria.filter(({ met }) => met).length} of ${
          plan.criteria.length
        }`,
      ]),
    ),
    '## Trust audits',
    table(
      ['Entity', 'Due', 'State', 'Summary'],
      audits.map(audit => [
        entityName(audit),
        day(audit.dueAt),
        audit.state,
        audit.summary ?? '',
      ]),
    ),
    '## How the board decides',
    statisticsOf(pack.statistics),
    '## Findings',
    table(
      ['Finding', 'About', 'Where', 'Day'],
      findings.map(finding => [
        FINDING_WORDS[finding.kind],
        finding.title,
        finding.entityRef ?? finding.domainRef ?? '',
        day(finding.at),
      ]),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function statisticsOf(statistics: BoardStatistics): string {
  const {
    byMatter = [],
    decisions,
    isWithheld,
    neverFailing = [],
  } = statistics;
  if (isWithheld) {
    return `Decisions: ${decisions}. Figures need at least 5 decisions by 2 signers.`;
  }
  const { approvedShare, lapsed, medianMinutes, overdue, renewedShare } =
    statistics;
  const figures: [string, string | number][] = [
    ['Decisions', decisions],
    ['Approved', percent(approvedShare)],
    [
      'Median hours until a decision',
      Math.round((medianMinutes ?? 0) / 6) / 10,
    ],
    ['Exemptions that were renewals', percent(renewedShare)],
    ['Ended undecided', lapsed ?? 0],
    ['Waited for 30 days or longer', overdue ?? 0],
    [
      'Guardrails that nobody fails',
      neverFailing.map(({ title }) => title).join(', '),
    ],
    ...byMatter.map(
      ({ approved, decisions: all, matter }): [string, string] => [
        MATTER_WORDS[matter],
        `${approved} of ${all} approved`,
      ],
    ),
  ];
  return table(
    ['Figure', 'Value'],
    figures.filter(([, value]) => value !== ''),
  );
}

function entityOf({ entityRef, entityTitle }: Proposal): string {
  return entityName({ entityRef, entityTitle });
}

function reasonsOf({ votes }: Proposal): string {
  return votes
    .map(({ comment }) => comment)
    .filter(Boolean)
    .join(' / ');
}

function table(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  if (rows.length === 0) {
    return 'None.';
  }
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map(cell => text(String(cell))).join(' | ')} |`;
  return [
    line(header),
    `|${' --- |'.repeat(header.length)}`,
    ...rows.map(line),
  ].join('\n');
}

/** A text that means itself: no markup, no link, no HTML, one line. */
function text(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, match => `\\${match}`);
}
