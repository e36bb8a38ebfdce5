import {
  quarterOf,
  type AuditLogEntry,
  type Board,
  type BoardDate,
  type BoardFinding,
  type BoardStatistics,
  type ExemptionDebt,
  type ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;
const BOARD = 'group:default/payments-board';
const DOMAIN = 'domain:default/payments';

/** The board of the payments domain, which the caller is on. @public */
export function createBoard(overrides: Partial<Board> = {}): Board {
  return {
    boardRef: BOARD,
    title: 'Payments Board',
    central: false,
    domains: [{ domainRef: DOMAIN, title: 'Payments', entities: 12 }],
    member: true,
    open: 0,
    ...overrides,
  };
}

/** Exemptions within what the policy allows; the share follows from the counts. @public */
export function createExemptionDebt(
  overrides: Partial<ExemptionDebt> = {},
): ExemptionDebt {
  const { exempt = 9, pairs = 144 } = overrides;
  return {
    domainRef: DOMAIN,
    pairs,
    exempt,
    ...(pairs > 0 && { share: exempt / pairs }),
    limit: 0.1,
    ...overrides,
  };
}

/** A plan that ended undecided. @public */
export function createBoardFinding(
  overrides: Partial<BoardFinding> = {},
): BoardFinding {
  return {
    kind: 'plan-lapsed',
    ref: 'PLAN-7',
    entityRef: 'component:default/payments-api',
    title: 'A new agreement on refunds',
    at: Date.now() - 4 * DAY,
    ...overrides,
  };
}

/** A proposal that lapses in six days. @public */
export function createBoardDate(overrides: Partial<BoardDate> = {}): BoardDate {
  return {
    kind: 'proposal-lapses',
    at: Date.now() + 6 * DAY,
    title: 'Clear the bypass on Payments API',
    ref: 'P-1',
    entityRef: 'component:default/payments-api',
    domainRef: DOMAIN,
    ...overrides,
  };
}

/** How a board decided in a year; without figures where they are withheld. @public */
export function createBoardStatistics(
  overrides: Partial<BoardStatistics> = {},
): BoardStatistics {
  const to = overrides.to ?? Date.now();
  const range = { boardRef: BOARD, from: to - 365 * DAY, to };
  if (overrides.isWithheld) {
    return { ...range, decisions: 3, isWithheld: true, ...overrides };
  }
  return {
    ...range,
    decisions: 24,
    isWithheld: false,
    approvedShare: 0.75,
    medianMinutes: 2_880,
    renewedShare: 0.2,
    lapsed: 2,
    overdue: 1,
    neverFailing: [{ checkId: 'https-only', title: 'HTTPS only' }],
    byMatter: [
      { matter: 'exemption', decisions: 14, approved: 10 },
      { matter: 'promotion', decisions: 10, approved: 8 },
    ],
    ...overrides,
  };
}

/** What the payments board did in this quarter; empty but for its domain. @public */
export function createReviewPack(
  overrides: Partial<ReviewPack> = {},
): ReviewPack {
  const { name, from, to } = quarterOf(overrides.from ?? Date.now());
  return {
    boardRef: BOARD,
    title: 'Payments Board',
    quarter: name,
    from,
    to,
    domains: [
      {
        domainRef: DOMAIN,
        title: 'Payments',
        objective: 'Every payment arrives.',
        entities: 12,
        levels: { 1: 1, 2: 4, 3: 5, 4: 2 },
        breached: 1,
        surplus: 2,
        deficit: 1,
        debt: createExemptionDebt(),
      },
    ],
    decided: [],
    open: [],
    plans: [],
    audits: [],
    statistics: createBoardStatistics({ from, to }),
    findings: [],
    isCut: false,
    ...overrides,
  };
}

/** A vote in the log of the payments domain. @public */
export function createAuditLogEntry(
  overrides: Partial<AuditLogEntry> = {},
): AuditLogEntry {
  const { sequence = 1 } = overrides;
  const hashOf = (number: number) =>
    number.toString(16).padStart(8, '0').repeat(8);
  return {
    chain: DOMAIN,
    sequence,
    at: Date.now() - DAY,
    actorRef: 'user:default/bo',
    action: 'proposal-voted',
    entityRef: 'component:default/payments-api',
    details: { proposalId: 'P-1', vote: 'approve' },
    previousHash: hashOf(sequence - 1),
    hash: hashOf(sequence),
    ...overrides,
  };
}
