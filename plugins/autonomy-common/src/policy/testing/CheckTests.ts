import type { JsonObject } from '@backstage/types';
import type { CheckState, FactReading, UnknownReason } from '../../model';

/** What a check can say where there are no exemptions. @public */
export const CHECK_EXPECTATIONS = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'announced',
] as const;

/** @public */
export type CheckExpectation = (typeof CHECK_EXPECTATIONS)[number];

/** What one check is to say of some facts. Instants are UTC milliseconds, durations milliseconds. @public */
export interface CheckCase {
  /** Id of the check. */
  check: string;
  name?: string;
  /** The governance domain whose overlay holds; none unless told. */
  domain?: string;
  /** Values by collector. */
  facts: JsonObject;
  /** What the catalog says beyond what it says of every entity. */
  catalog: JsonObject;
  /** The owners' answer. */
  attestation?: 'yes' | 'no';
  /** When it is asked. */
  at: number;
  ageOfFacts: number;
  expect: CheckExpectation;
  /** 0..1 */
  score?: number;
  /** Where it stands. */
  line: number;
}

/** The cases of one document. @public */
export interface CheckTests {
  file: string;
  name?: string;
  cases: CheckCase[];
}

/** What became of one case. @public */
export interface CheckCaseResult {
  file: string;
  line: number;
  check: string;
  name?: string;
  passed: boolean;
  /** What the check said; absent where there is no such check. */
  found?: {
    state: CheckState;
    /** 0..1; absent where it does not count. */
    score?: number;
    unknownReason?: UnknownReason;
  };
  /** What it read. */
  reads: FactReading[];
  /** What was expected, found and read; absent where the case passed. */
  message?: string;
}
