import type { JsonObject } from '@backstage/types';
import { DAY, NOW } from '../../../__fixtures__/time';
import type { Attestation, CollectedFacts, Exemption } from '../../../model';
import { Horizon } from '../../time';
import { latestAttestations } from '../attestations';
import type { CheckSubject } from '../CheckSubject';
import { FactContext } from '../FactContext';

/** What a check is judged on, as far as a test is about it. */
export interface SubjectSketch {
  /** Values by collector; their ttl is a day. */
  facts?: Record<string, JsonObject>;
  /** Age of all facts, or by collector. */
  ageDays?: number | Record<string, number>;
  /** Ids of checks. */
  exempt?: string[];
  attestations?: Attestation[];
  now?: number;
}

export function documents({
  facts = {},
  ageDays = 0,
}: SubjectSketch): CollectedFacts[] {
  return Object.entries(facts).map(([collector, values]) => ({
    collector,
    values,
    collectedAt:
      NOW -
      DAY * (typeof ageDays === 'number' ? ageDays : ageDays[collector] ?? 0),
    ttl: DAY,
  }));
}

export function exemption(rest: Partial<Exemption> = {}): Exemption {
  return {
    id: 'ex-1',
    entityRef: 'component:default/shop',
    checkId: 'a-check',
    reason: 'A new tool comes in autumn',
    from: NOW - DAY,
    expiresAt: NOW + DAY,
    recordedAt: NOW - DAY,
    ...rest,
  };
}

export function attestation(rest: Partial<Attestation> = {}): Attestation {
  return {
    id: 'at-1',
    entityRef: 'component:default/shop',
    checkId: 'a-check',
    answer: 'yes',
    recordedAt: NOW - DAY,
    expiresAt: NOW + DAY,
    ...rest,
  };
}

export function checkSubject(sketch: SubjectSketch = {}): CheckSubject {
  const { exempt = [], attestations, now = NOW } = sketch;
  const horizon = new Horizon(now);
  return {
    context: FactContext.create(documents(sketch), horizon),
    horizon,
    exemptions: new Map(
      exempt.map(checkId => [checkId, exemption({ checkId })]),
    ),
    attestations: latestAttestations(attestations),
    linkedScore: 0.5,
  };
}
