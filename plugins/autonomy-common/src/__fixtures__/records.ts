import type {
  Attestation,
  Coverage,
  Deployment,
  Exemption,
  Grant,
  Incident,
  Plan,
  TrustAudit,
} from '../model';
import type {
  AttestationSketch,
  AuditSketch,
  ExemptionSketch,
  GrantSketch,
  IncidentSketch,
  PlanSketch,
  Scenario,
} from './sketches';
import { DAY, daysAgo, NOW, REF } from './time';

export function incident(sketch: IncidentSketch, index = 0): Incident {
  const startedAt = daysAgo(sketch.startedDaysAgo);
  const { reopenedAfterDays, reviewedAfterDays, actionsClosed } = sketch;
  const recordedAt = startedAt + 60_000;
  const reopenedAt =
    reopenedAfterDays === undefined
      ? undefined
      : Math.max(
          recordedAt,
          Math.min(startedAt + reopenedAfterDays * DAY, NOW),
        );
  return {
    id: sketch.id ?? `inc-${index + 1}`,
    source: 'sample',
    entityRef: REF,
    title: `Incident ${index + 1}`,
    severity: sketch.severity,
    areas: sketch.areas ?? ['operations'],
    startedAt,
    recordedAt,
    class: sketch.class ?? 'none',
    ...(sketch.open
      ? {}
      : { resolvedAt: (reopenedAt ?? startedAt) + DAY / 24 }),
    ...(reopenedAt !== undefined && { reopenedAt, updatedAt: reopenedAt }),
    ...(sketch.causedBy && { causedBy: sketch.causedBy }),
    ...(sketch.consequences && { consequences: sketch.consequences }),
    ...(reviewedAfterDays !== undefined && {
      review: {
        completedAt: startedAt + reviewedAfterDays * DAY,
        actions: actionsClosed
          ? [
              {
                title: 'Mend it',
                closedAt: startedAt + reviewedAfterDays * DAY,
              },
            ]
          : [],
      },
    }),
  };
}

function deployment(id: string, finishedDaysAgo: number): Deployment {
  return {
    id,
    source: 'sample',
    entityRef: REF,
    status: 'succeeded',
    area: 'deployment',
    finishedAt: daysAgo(finishedDaysAgo),
    reviewedAt: daysAgo(finishedDaysAgo - 0.1),
    recordedAt: daysAgo(finishedDaysAgo),
  };
}

/** One deployment in five days of the year before. */
export function deploymentHistory(): Deployment[] {
  return Array.from({ length: 72 }, (_, i) =>
    deployment(`old-${i + 1}`, 95 + 5 * i),
  );
}

export function deploymentsOf({ deployments = 10 }: Scenario): Deployment[] {
  return Array.from({ length: deployments }, (_, i) =>
    deployment(`dep-${i + 1}`, (i % 89) + 0.5),
  );
}

export function coverageOf({ coveredDays = 365 }: Scenario): Coverage[] {
  return coveredDays > 0
    ? [
        {
          source: 'sample',
          entityRef: REF,
          from: daysAgo(coveredDays),
          lastHeardAt: NOW,
        },
      ]
    : [];
}

export function exemption(sketch: ExemptionSketch, i: number): Exemption {
  return {
    id: `exemption-${i + 1}`,
    entityRef: REF,
    checkId: sketch.checkId,
    reason: 'The supplier delivers in spring.',
    requestedBy: 'user:default/dana',
    approvedBy: 'user:default/bo',
    from: daysAgo(sketch.fromDaysAgo),
    expiresAt: daysAgo(sketch.expiresDaysAgo),
    recordedAt: daysAgo(sketch.fromDaysAgo),
  };
}

export function attestation(sketch: AttestationSketch, i: number): Attestation {
  return {
    id: `attestation-${i + 1}`,
    entityRef: REF,
    checkId: sketch.checkId,
    answer: sketch.answer,
    attestedBy: 'group:default/shop-team',
    recordedAt: daysAgo(10),
    expiresAt: daysAgo(sketch.expiresDaysAgo ?? -80),
  };
}

export function grant(sketch: GrantSketch, i: number): Grant {
  return {
    id: `grant-${i + 1}`,
    entityRef: REF,
    area: sketch.area,
    right: sketch.right,
    reason: 'The team has shown it elsewhere.',
    grantedBy: 'user:default/bo',
    from: daysAgo(sketch.fromDaysAgo),
    expiresAt: daysAgo(sketch.expiresDaysAgo),
    trial: sketch.trialFailsFrom && { failsFrom: sketch.trialFailsFrom },
    recordedAt: daysAgo(sketch.fromDaysAgo),
  };
}

export function plan(sketch: PlanSketch, i: number): Plan {
  const { completedDaysAgo } = sketch;
  const startsAt = daysAgo(sketch.startsDaysAgo);
  const recordedAt = Math.min(startsAt, NOW);
  return {
    id: `plan-${i + 1}`,
    entityRef: REF,
    title: 'Earn it back',
    approach:
      sketch.cap === undefined ? 'collaborative-reset' : 'targeted-guardrails',
    areas: sketch.areas,
    cap: sketch.cap,
    criteria: sketch.criteria ?? [],
    incidents: sketch.incidents ?? [],
    startsAt,
    endsAt: daysAgo(sketch.endsDaysAgo),
    signedAt: sketch.unsigned ? undefined : recordedAt,
    completedAt:
      completedDaysAgo === undefined ? undefined : daysAgo(completedDaysAgo),
    recordedAt,
  };
}

export function audit(sketch: AuditSketch, i: number): TrustAudit {
  return {
    id: `audit-${i + 1}`,
    entityRef: REF,
    heldAt: daysAgo(sketch.heldDaysAgo),
    team: sketch.team ?? {},
    board: {},
    agreed: sketch.agreed,
    recordedAt: daysAgo(sketch.heldDaysAgo),
  };
}
