import type { Matter } from '../../model';
import type { RecordedAudit } from './audits';
import type { RecordedPlan } from './plans';
import type { Proposal } from './proposals';

/** A group that decides for governance domains, or for the centre. @public */
export interface Board {
  boardRef: string;
  title?: string;
  central: boolean;
  domains: { domainRef: string; title?: string; entities: number }[];
  /** Whether the caller is a member. */
  member: boolean;
  /** Open proposals. */
  open: number;
}

/** Exemptions in force, of the pairs of entities and guardrails. Model section 11. @public */
export interface ExemptionDebt {
  domainRef?: string;
  pairs: number;
  exempt: number;
  /** 0..1; absent without guardrails. */
  share?: number;
  /** The share that the policy allows. */
  limit: number;
}

/** Something a board has to look at. @public */
export interface BoardFinding {
  kind:
    | 'plan-lapsed'
    | 'audit-lapsed'
    | 'proposal-lapsed'
    | 'debt-exceeded'
    | 'objective-missing'
    | 'objective-overdue';
  /** Of the plan, audit or proposal. */
  ref?: string;
  entityRef?: string;
  domainRef?: string;
  title: string;
  at?: number;
}

/** Everything a board has to decide or to look at. @public */
export interface BoardAgenda {
  board: Board;
  /** Open ones, the oldest first; 100 at the most. */
  proposals: Proposal[];
  /** Active ones that end within 30 days, and drafts that wait for the board. */
  plans: RecordedPlan[];
  /** Those that wait for the board; 100 at the most. */
  audits: RecordedAudit[];
  debt: ExemptionDebt[];
  findings: BoardFinding[];
  /** How many there are altogether. */
  counts: { proposals: number; plans: number; audits: number };
}

/** What is due on a day. Instants are UTC milliseconds. @public */
export interface BoardDate {
  kind:
    | 'proposal-lapses'
    | 'exemption-ends'
    | 'grant-ends'
    | 'plan-review'
    | 'plan-ends'
    | 'audit-due'
    | 'objective-review';
  at: number;
  title: string;
  ref: string;
  entityRef?: string;
  domainRef?: string;
}

/** @public */
export interface BoardCalendar {
  from: number;
  to: number;
  /** The first first. */
  items: BoardDate[];
}

/**
 * How a board decides; never how a member does. Figures are withheld below 5 decisions or 2 signers. Model section 11.
 * @public
 */
export interface BoardStatistics {
  boardRef: string;
  from: number;
  to: number;
  decisions: number;
  /** Too few to say anything without pointing at somebody. */
  isWithheld: boolean;
  /** 0..1; absent where withheld. */
  approvedShare?: number;
  medianMinutes?: number;
  /** 0..1; of the exemptions that were approved. */
  renewedShare?: number;
  lapsed?: number;
  overdue?: number;
  /** Guardrails that none of its entities fails. */
  neverFailing?: { checkId: string; title: string }[];
  byMatter?: { matter: Matter; decisions: number; approved: number }[];
}

/** What a board did in a quarter. @public */
export interface ReviewPack {
  boardRef: string;
  title?: string;
  /** `2026-Q4` */
  quarter: string;
  from: number;
  to: number;
  domains: {
    domainRef?: string;
    title?: string;
    objective?: string;
    entities: number;
    levels: Record<1 | 2 | 3 | 4, number>;
    breached: number;
    surplus: number;
    deficit: number;
    debt: ExemptionDebt;
  }[];
  decided: Proposal[];
  open: Proposal[];
  plans: RecordedPlan[];
  audits: RecordedAudit[];
  statistics: BoardStatistics;
  findings: BoardFinding[];
  /** Whether there is more than what is listed: each list has 500 at the most. */
  isCut: boolean;
}
