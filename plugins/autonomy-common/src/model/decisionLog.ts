import type { Actor, DecisionRight } from './vocabulary';

/** What became of a decision. Model section 11. @public */
export type DecisionOutcome = 'good' | 'neutral' | 'bad' | 'rolled-back';

/** What was answered when somebody asked "may I?". Instants are UTC milliseconds. Model section 11. @public */
export interface DecisionRecord {
  id: string;
  entityRef: string;
  area: string;
  action?: string;
  actor: Actor;
  /** The account that asked. */
  actorRef?: string;
  right: DecisionRight;
  /** Whether nobody outside the team had to be asked. */
  decision: boolean;
  /** When it was answered, and recorded. */
  decidedAt: number;
  policyVersion: string;
  /** The objective it is tied to: an id, or the ref of the domain whose north star it serves. */
  objective?: string;
  /** Approval that was asked for, needed or not. */
  approval?: { requestedAt: number; decidedAt?: number; approved?: boolean };
  outcome?: { value: DecisionOutcome; recordedAt: number };
}

/**
 * The outcome of an action on one UTC day, however often it was decided that day: it is owed once.
 * @public
 */
export interface OwedOutcome {
  entityRef: string;
  area: string;
  action?: string;
  /** Start of the UTC day. */
  day: number;
  dueAt: number;
  /** The worst that was recorded. */
  outcome?: DecisionOutcome;
  /** When the first was recorded. */
  recordedAt?: number;
}

/** In which way decisions drift. Model section 11. @public */
export type DriftKind = 'objective' | 'outcome' | 'bad';

/**
 * Whether decisions serve an objective and are looked back on. A share is absent where there are
 * too few to tell, which says nothing good or bad. Model section 11.
 * @public
 */
export interface Alignment {
  /** Decisions that were taken, an action counting once a day. */
  decisions: number;
  /** Of them tied to an objective. */
  tied: number;
  /** 0..1 */
  objectiveShare?: number;
  /** Owed outcomes that are due. */
  due: number;
  /** Of them recorded. */
  recorded: number;
  /** 0..1 */
  outcomeShare?: number;
  /** Outcomes that are known, owed or not. */
  outcomes: number;
  /** Of them bad or rolled back. */
  bad: number;
  /** 0..1 */
  badShare?: number;
  drift: DriftKind[];
}
