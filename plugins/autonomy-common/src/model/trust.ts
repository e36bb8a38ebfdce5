import type { Consequence, Severity } from './vocabulary';

/**
 * One line of the trust account; the lines add up to the trust.
 * @public
 */
export type TrustLine =
  | { kind: 'start'; amount: number }
  | {
      kind: 'reliable-time';
      amount: number;
      /** Reliable months of 30 days within the window. */
      months: number;
      since?: number;
    }
  | {
      kind: 'incident';
      amount: number;
      incidentId: string;
      source: string;
      title: string;
      url?: string;
      severity: Severity;
      consequence: Consequence;
      startedAt: number;
      /** Loss from the table, before the factors. */
      loss: number;
      /** Ordinal among incidents of the same severity in the area. */
      ordinal: number;
      /** `(1 + rho)^(min(n, 5) - 1)` */
      repeatFactor: number;
      /** `1 - age / W` */
      ageFactor: number;
      /** 1, 0.75, 0.5, 0.25 or 0: what the review was worth. */
      learningFactor: number;
    }
  | {
      /** Incidents of one UTC day cost at most a multiple of the largest. */
      kind: 'same-day-limit';
      amount: number;
      day: number;
    }
  | { kind: 'bypass'; amount: number; incidentId: string }
  | {
      /** Trust stays within 0..1. */
      kind: 'bound';
      amount: number;
    };

/** Trust in one area, 0..1. Model section 7. @public */
export interface TrustResult {
  area: string;
  /** Sum of the lines. */
  value: number;
  /** What trust is measured against at today's consequence: the right is `step(value / need)`. */
  need: number;
  /** Trust is computed as of this instant. */
  asOf: number;
  /** Whether any incident source ever covered the entity. */
  covered: boolean;
  lines: TrustLine[];
}
