import type {
  AuditLogEntry,
  Board,
  BoardAgenda,
  BoardCalendar,
  BoardStatistics,
  ExemptionDebt,
  Mismatch,
  Proposal,
  ProposalContent,
  RecordedAudit,
  RecordedExemption,
  RecordedGrant,
  RecordedPlan,
  RepairAdvice,
  ReviewPack,
  RiskMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** With every field that may be left out. */
type Whole<T> = T extends readonly (infer TItem)[]
  ? Whole<TItem>[]
  : T extends object
  ? { [TKey in keyof T]-?: Whole<T[TKey]> }
  : T;

const AT = 1_780_272_000_000;
const entityRef = 'component:default/checkout';
const domainRef = 'domain:default/payments';
const boardRef = 'group:default/payments-board';
const ann = 'user:default/ann';
const reason = 'Thirty releases without a rollback';

const contents: Whole<ProposalContent>[] = [
  { matter: 'promotion', from: 2, to: 3 },
  {
    matter: 'placement',
    moves: ['tier', 'domain', 'owner'],
    from: { tier: 1, domainRef, ownerRef: 'group:default/team-a' },
    to: { tier: 2, domainRef, ownerRef: 'group:default/team-b' },
  },
  { matter: 'tier-review', declared: 3, computed: 1 },
  {
    matter: 'incident',
    source: 'pager',
    incidentId: '1',
    title: 'Down',
    changeId: '2',
    field: 'severity',
    from: 'high',
    to: 'low',
  },
  {
    matter: 'bypass',
    source: 'pager',
    incidentId: '1',
    title: 'Down',
    wanted: 'clear',
  },
  { matter: 'cross-domain', title: 'One format', domainRefs: [domainRef] },
  {
    matter: 'exemption',
    requestId: '1',
    checkId: 'tracing',
    title: 'Tracing',
    expiresAt: AT,
    mandatory: true,
    renewalOf: '0',
  },
  {
    matter: 'grant',
    grantId: '1',
    area: 'deployment',
    right: 5,
    recommended: 3,
    expiresAt: AT,
    trial: { failsFrom: 'medium' },
    renewalOf: '0',
  },
  {
    matter: 'plan',
    planId: '1',
    title: 'Keys out of the code',
    approach: 'targeted-guardrails',
    areas: ['security'],
    cap: 2,
    endsAt: AT,
  },
  {
    matter: 'plan-change',
    planId: '1',
    title: 'Keys out of the code',
    change: 'extend',
    until: AT,
  },
];

const proposalOf = (content: Whole<ProposalContent>): Whole<Proposal> => ({
  id: 'p1',
  matter: content.matter,
  entityRef,
  entityTitle: 'Checkout',
  domainRef,
  boardRef,
  content,
  state: 'open',
  openedAt: AT,
  openedBy: ann,
  reason,
  lapsesAt: AT,
  decidedAt: AT,
  outcomeReason: 'Nobody voted in time',
  votes: [{ voterRef: ann, vote: 'approve', comment: reason, castAt: AT }],
  tally: { quorum: 2, approval: 'majority', approvals: 1, rejections: 0 },
  appealOf: 'p0',
  appealId: 'p2',
  appealUntil: AT,
  evidence: [
    {
      kind: 'check',
      ref: 'tracing',
      title: 'Tracing',
      value: 0.5,
      bound: 1,
      met: false,
    },
    {
      kind: 'level',
      ref: '3',
      title: 'Level',
      value: 'held',
      bound: 'P30D',
      met: true,
    },
    {
      kind: 'incident',
      ref: '1',
      title: 'Irreversible',
      value: true,
      bound: 1,
      met: true,
    },
  ],
  may: {
    vote: false,
    voteRefusal: { because: 'concerned', entityRef: 'component:default/a' },
    withdraw: true,
    appeal: false,
  },
});

/** One of every matter. */
export const proposals = contents.map(proposalOf);
export const [proposal] = proposals;

export const grant: Whole<RecordedGrant> = {
  id: 'g1',
  entityRef,
  area: 'deployment',
  right: 5,
  reason,
  grantedBy: ann,
  from: AT,
  expiresAt: AT,
  trial: { failsFrom: 'medium' },
  revokedAt: AT,
  state: 'revoked',
  boardRef,
  openedBy: ann,
  openedAt: AT,
  proposalId: 'p1',
  recommended: 3,
  decidedAt: AT,
  revokedBy: ann,
  revokedReason: reason,
  renewalOf: 'g0',
  renewedBy: 'g2',
  auditId: 'a1',
  may: { revoke: true, renew: true },
};

const signature = { signedBy: ann, signedAt: AT, comment: reason };

export const plan: Whole<RecordedPlan> = {
  id: 'r1',
  entityRef,
  title: 'Keys out of the code',
  approach: 'targeted-guardrails',
  areas: ['security'],
  cap: 2,
  supportedBy: 'group:default/platform',
  incidents: ['pager/1'],
  startsAt: AT,
  endsAt: AT,
  extendedTo: AT,
  extendedAt: AT,
  liftedAt: AT,
  completedAt: AT,
  state: 'active',
  boardRef,
  reason,
  criteria: [{ checkId: 'secrets', title: 'No secrets', met: false }],
  reviewAt: AT,
  openedBy: ann,
  openedAt: AT,
  revision: 2,
  team: signature,
  board: signature,
  signedAt: AT,
  proposalId: 'p1',
  changeProposalId: 'p2',
  endedAt: AT,
  endReason: 'Its criteria are met',
  auditId: 'a1',
  may: {
    edit: true,
    withdraw: true,
    sign: 'team',
    lift: false,
    extend: false,
    complete: false,
  },
};

export const advice: Whole<RepairAdvice> = {
  incident: { source: 'pager', id: '1' },
  approach: 'targeted-guardrails',
  reasons: ['severity', 'trust-before'],
  severity: 'critical',
  class: 'none',
  irreversible: false,
  trustBefore: {
    value: 0.9,
    weak: false,
    areas: [{ area: 'security', value: 0.9 }],
  },
  safety: { level: 'medium', mean: 3.5, at: AT },
  draft: {
    entityRef,
    approach: 'targeted-guardrails',
    areas: ['security'],
    cap: 2,
    criteria: ['secrets'],
    incidents: ['pager/1'],
    startsAt: AT,
    endsAt: AT,
  },
};

const rating = {
  ratedBy: ann,
  ratedAt: AT,
  ratings: { security: 2 as const },
  note: 'As before',
};

export const audit: Whole<RecordedAudit> = {
  id: 'a1',
  entityRef,
  entityTitle: 'Checkout',
  domainRef,
  boardRef,
  quarter: '2026-Q4',
  cause: 'asked',
  reason,
  openedAt: AT,
  openedBy: ann,
  dueAt: AT,
  state: 'agreed',
  rated: ['team', 'board'],
  team: rating,
  board: rating,
  comparison: [
    {
      area: 'security',
      title: 'Security',
      team: 2,
      board: 2,
      granted: 3,
      recommended: 2,
      effective: 2,
      priority: 1.5,
    },
  ],
  agreed: { security: 2 },
  agreedAt: AT,
  agreedBy: ann,
  summary: 'Nothing new',
  actions: [
    {
      kind: 'grant',
      area: 'security',
      title: 'A trial',
      dueAt: AT,
      ref: 'g1',
    },
  ],
  predecessorId: 'a0',
  followUpId: 'a2',
  may: { rate: 'team', agree: true },
};

export const mismatch: Whole<Mismatch> = {
  entityRef,
  entityTitle: 'Checkout',
  domainRef,
  ownerRef: 'group:default/team-a',
  tier: 1,
  area: 'security',
  areaTitle: 'Security',
  consequence: 'high',
  actual: 4,
  source: 'claimed',
  recommended: 2,
  difference: 2,
  priority: 6.4,
  trust: 0.2,
};

export const matrix: Whole<RiskMatrix> = {
  isWithheld: false,
  entities: 1,
  cells: [{ consequence: 'high', right: 4, areas: 1, surplus: 1, deficit: 0 }],
};

export const board: Whole<Board> = {
  boardRef,
  title: 'Payments board',
  central: false,
  domains: [{ domainRef, title: 'Payments', entities: 12 }],
  member: true,
  open: 3,
};

export const debt: Whole<ExemptionDebt> = {
  domainRef,
  pairs: 72,
  exempt: 4,
  share: 0.0556,
  limit: 0.1,
};

const finding = {
  kind: 'plan-lapsed' as const,
  ref: 'r1',
  entityRef,
  domainRef,
  title: 'Keys out of the code',
  at: AT,
};

export const agenda: Whole<BoardAgenda> = {
  board,
  proposals,
  plans: [plan],
  audits: [audit],
  debt: [debt],
  findings: [finding],
  counts: { proposals: 10, plans: 1, audits: 1 },
};

export const calendar: Whole<BoardCalendar> = {
  from: AT,
  to: AT,
  items: [
    {
      kind: 'grant-ends',
      at: AT,
      title: 'Deployment',
      ref: 'g1',
      entityRef,
      domainRef,
    },
  ],
};

export const statistics: Whole<BoardStatistics> = {
  boardRef,
  from: AT,
  to: AT,
  decisions: 12,
  isWithheld: false,
  approvedShare: 0.75,
  medianMinutes: 90.5,
  renewedShare: 0.25,
  lapsed: 1,
  overdue: 2,
  neverFailing: [{ checkId: 'owner', title: 'Has an owner' }],
  byMatter: [{ matter: 'grant', decisions: 4, approved: 3 }],
};

export const reviewPack: Whole<ReviewPack> = {
  boardRef,
  title: 'Payments board',
  quarter: '2026-Q4',
  from: AT,
  to: AT,
  domains: [
    {
      domainRef,
      title: 'Payments',
      objective: 'Everybody can pay',
      entities: 12,
      levels: { 1: 2, 2: 6, 3: 3, 4: 1 },
      breached: 1,
      surplus: 1,
      deficit: 2,
      debt,
    },
  ],
  decided: proposals,
  open: [proposal],
  plans: [plan],
  audits: [audit],
  statistics,
  findings: [finding],
  isCut: false,
};

export const exemption: Whole<RecordedExemption> = {
  id: 'e1',
  entityRef,
  checkId: 'tracing',
  reason,
  state: 'revoked',
  requestedBy: ann,
  requestedAt: AT,
  from: AT,
  expiresAt: AT,
  decidedBy: ann,
  decidedAt: AT,
  decisionReason: reason,
  revokedAt: AT,
  revokedBy: ann,
  revokedReason: reason,
  proposalId: 'p1',
  renewalOf: 'e0',
};

export const logEntry: Required<AuditLogEntry> = {
  chain: domainRef,
  sequence: 1,
  at: AT,
  actorRef: ann,
  action: 'plan-signed',
  entityRef,
  details: { planId: 'r1', areas: ['security'] },
  previousHash: '0'.repeat(64),
  hash: 'a'.repeat(64),
};
