import type {
  Policy,
  Proposal,
  ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { csvText } from '../../../csv';
import { subjectOf } from '../subjectOf';

const COLUMNS = [
  'part',
  'domain',
  'entity',
  'kind',
  'about',
  'state',
  'from',
  'until',
  'approvals',
  'rejections',
  'text',
  'entities',
  'level1',
  'level2',
  'level3',
  'level4',
  'breached',
  'surplus',
  'deficit',
  'guardrailPairs',
  'exemptPairs',
  'exemptShare',
  'exemptLimit',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/**
 * A review pack as one table, whose first column tells what a row is. It names no person: what a board decided, the
 * board decided.
 *
 * @internal
 */
export function packCsv(
  pack: ReviewPack,
  policy: Pick<Policy, 'areas'>,
): string {
  const proposalOf = (part: string, proposal: Proposal): Row => ({
    part,
    domain: proposal.domainRef,
    entity: proposal.entityRef,
    kind: proposal.matter,
    about: subjectOf(proposal.content, policy),
    state: proposal.state,
    from: instant(proposal.openedAt),
    until: instant(proposal.decidedAt ?? proposal.lapsesAt),
    approvals: proposal.tally.approvals,
    rejections: proposal.tally.rejections,
    text: proposal.votes
      .map(({ comment }) => comment)
      .filter(Boolean)
      .join(' / '),
  });
  const rows: Row[] = [
    ...pack.domains.map(domain => domainRow(domain)),
    ...pack.decided.map(proposal => proposalOf('decided', proposal)),
    ...pack.open.map(proposal => proposalOf('open', proposal)),
    ...pack.plans.map(
      (plan): Row => ({
        part: 'plan',
        entity: plan.entityRef,
        kind: plan.approach,
        about: plan.title,
        state: plan.state,
        from: instant(plan.startsAt),
        until: instant(plan.endedAt ?? plan.extendedTo ?? plan.endsAt),
        text: plan.endReason ?? plan.reason,
      }),
    ),
    ...pack.audits.map(
      (audit): Row => ({
        part: 'audit',
        domain: audit.domainRef,
        entity: audit.entityRef,
        kind: audit.cause,
        about: audit.quarter,
        state: audit.state,
        from: instant(audit.openedAt),
        until: instant(audit.agreedAt ?? audit.dueAt),
        text: audit.summary,
      }),
    ),
    ...pack.findings.map(
      (finding): Row => ({
        part: 'finding',
        domain: finding.domainRef,
        entity: finding.entityRef,
        kind: finding.kind,
        about: finding.title,
        from: instant(finding.at),
      }),
    ),
  ];
  return csvText([
    [...COLUMNS],
    ...rows.map(row => COLUMNS.map(column => row[column])),
  ]);
}

function domainRow(domain: ReviewPack['domains'][number]): Row {
  const { debt, levels } = domain;
  return {
    part: 'domain',
    domain: domain.domainRef,
    about: domain.title,
    text: domain.objective,
    entities: domain.entities,
    level1: levels[1],
    level2: levels[2],
    level3: levels[3],
    level4: levels[4],
    breached: domain.breached,
    surplus: domain.surplus,
    deficit: domain.deficit,
    guardrailPairs: debt.pairs,
    exemptPairs: debt.exempt,
    exemptShare: debt.share,
    exemptLimit: debt.limit,
  };
}

function instant(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
