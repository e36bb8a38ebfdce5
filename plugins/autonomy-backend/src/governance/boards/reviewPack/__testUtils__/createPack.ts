import type {
  Proposal,
  ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;
const FROM = Date.UTC(2026, 9, 1);

/** An exemption that a board granted, unless told otherwise. */
export function createProposal(overrides: Partial<Proposal> = {}): Proposal {
  return {
    id: 'p1',
    matter: 'exemption',
    entityRef: 'component:default/ledger',
    entityTitle: 'Ledger',
    domainRef: 'domain:default/payments',
    boardRef: 'group:default/board',
    content: {
      matter: 'exemption',
      requestId: 'r1',
      checkId: 'logs',
      title: 'Structured logs',
      expiresAt: FROM + 60 * DAY,
      mandatory: false,
    },
    state: 'approved',
    openedAt: FROM + DAY,
    openedBy: 'user:default/asker',
    decidedAt: FROM + 2 * DAY,
    votes: [
      {
        voterRef: 'user:default/voter',
        vote: 'approve',
        comment: 'Until the library is replaced',
        castAt: FROM + 2 * DAY,
      },
    ],
    tally: { quorum: 1, approval: 'majority', approvals: 1, rejections: 0 },
    evidence: [],
    may: { vote: false, withdraw: false, appeal: false },
    ...overrides,
  };
}

/** A board's quarter with one of everything, unless told otherwise. */
export function createPack(overrides: Partial<ReviewPack> = {}): ReviewPack {
  return {
    boardRef: 'group:default/board',
    title: 'Payments Board',
    quarter: '2026-Q4',
    from: FROM,
    to: Date.UTC(2027, 0, 1),
    domains: [
      {
        domainRef: 'domain:default/payments',
        title: 'Payments',
        objective: 'Every payment arrives once',
        entities: 4,
        levels: { 1: 1, 2: 2, 3: 1, 4: 0 },
        breached: 1,
        surplus: 2,
        deficit: 0,
        debt: {
          domainRef: 'domain:default/payments',
          pairs: 40,
          exempt: 5,
          share: 0.125,
          limit: 0.1,
        },
      },
    ],
    decided: [createProposal()],
    open: [],
    plans: [
      {
        id: 'plan1',
        entityRef: 'component:default/ledger',
        title: 'Rehearse the rollback',
        approach: 'targeted-guardrails',
        areas: ['deployment'],
        criteria: [{ checkId: 'a', title: 'A', met: true }],
        incidents: [],
        startsAt: FROM,
        endsAt: FROM + 60 * DAY,
        reviewAt: FROM + 30 * DAY,
        state: 'active',
        boardRef: 'group:default/board',
        reason: 'Payments were lost',
        openedBy: 'user:default/asker',
        openedAt: FROM,
        revision: 1,
        may: {
          edit: false,
          withdraw: false,
          lift: false,
          extend: false,
          complete: false,
        },
      },
    ],
    audits: [
      {
        id: 'audit1',
        entityRef: 'component:default/ledger',
        entityTitle: 'Ledger',
        domainRef: 'domain:default/payments',
        boardRef: 'group:default/board',
        quarter: '2026-Q4',
        cause: 'quarterly',
        openedAt: FROM,
        dueAt: FROM + 45 * DAY,
        state: 'agreed',
        rated: ['team', 'board'],
        agreedAt: FROM + 20 * DAY,
        agreedBy: 'user:default/voter',
        summary: 'More may be decided in tooling',
        actions: [],
        may: { agree: false },
      },
    ],
    statistics: {
      boardRef: 'group:default/board',
      from: FROM,
      to: Date.UTC(2027, 0, 1),
      decisions: 1,
      isWithheld: true,
    },
    findings: [
      {
        kind: 'debt-exceeded',
        domainRef: 'domain:default/payments',
        title: 'Payments',
      },
    ],
    isCut: false,
    ...overrides,
  };
}
