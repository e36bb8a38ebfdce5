import type {
  AutonomyHealth,
  JobHealth,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Work that waits for longer than this is not merely queued. */
const LATE = 10 * 60_000;

/** Something that somebody should look at. Instants are UTC milliseconds. */
export type HealthProblem =
  | { kind: 'source-silent'; id: string; since?: number }
  | { kind: 'source-never-heard'; id: string }
  | { kind: 'poll-failed'; id: string; error: string }
  | { kind: 'collector-failed'; id: string; error?: string }
  | { kind: 'collector-partial'; id: string; failed: number; entities: number }
  | { kind: 'collector-never-run'; id: string }
  | { kind: 'evaluations-late'; count: number; lag: number }
  | { kind: 'evaluations-quarantined'; count: number }
  | { kind: 'changes-missed'; count: number }
  | { kind: 'deliveries-late'; count: number; since: number }
  | { kind: 'deliveries-quarantined'; count: number }
  | { kind: 'announcements-late'; count: number; since: number }
  | { kind: 'announcements-quarantined'; count: number }
  | { kind: 'job-failed'; job: 'retention' | 'rollUps'; error: string };

/** What is wrong, the evidence that does not arrive first. */
export function problemsOf(
  health: AutonomyHealth,
  now: number,
): HealthProblem[] {
  const { announcements, evaluation, inbox } = health;
  return [
    ...sourceProblems(health),
    ...counted('deliveries-quarantined', inbox.quarantined),
    ...counted('evaluations-quarantined', evaluation.quarantined.count),
    ...counted('announcements-quarantined', announcements.quarantined),
    ...collectorProblems(health),
    ...(evaluation.lag > LATE
      ? [
          {
            kind: 'evaluations-late' as const,
            count: evaluation.pending,
            lag: evaluation.lag,
          },
        ]
      : []),
    ...late('deliveries-late', inbox, now),
    ...late('announcements-late', announcements, now),
    ...counted('changes-missed', evaluation.sweep.last?.missed ?? 0),
    ...jobProblems('retention', health.retention),
    ...jobProblems('rollUps', health.rollUps),
  ];
}

function sourceProblems({ incidentSources }: AutonomyHealth): HealthProblem[] {
  return incidentSources.flatMap((source): HealthProblem[] => {
    const { id, lastHeardAt: since, pollError: error, state } = source;
    const failed = error ? [{ kind: 'poll-failed' as const, id, error }] : [];
    switch (state) {
      case 'silent':
        return [{ kind: 'source-silent', id, since }, ...failed];
      case 'never-heard':
        return [{ kind: 'source-never-heard', id }, ...failed];
      default:
        return failed;
    }
  });
}

function collectorProblems({ collectors }: AutonomyHealth): HealthProblem[] {
  return collectors.flatMap((collector): HealthProblem[] => {
    const { id, error, failed = 0, entities = 0, status } = collector;
    switch (status) {
      case 'failed':
        return [{ kind: 'collector-failed', id, error }];
      case 'partial':
        return [{ kind: 'collector-partial', id, failed, entities }];
      case 'never-run':
        return [{ kind: 'collector-never-run', id }];
      default:
        return [];
    }
  });
}

function counted<
  K extends
    | 'deliveries-quarantined'
    | 'evaluations-quarantined'
    | 'announcements-quarantined'
    | 'changes-missed',
>(kind: K, count: number): { kind: K; count: number }[] {
  return count > 0 ? [{ kind, count }] : [];
}

function late<K extends 'deliveries-late' | 'announcements-late'>(
  kind: K,
  queue: { pending: number; oldestPendingAt?: number },
  now: number,
): { kind: K; count: number; since: number }[] {
  const { pending: count, oldestPendingAt: since } = queue;
  return since !== undefined && now - since > LATE
    ? [{ kind, count, since }]
    : [];
}

function jobProblems(
  job: 'retention' | 'rollUps',
  health: JobHealth | undefined,
): HealthProblem[] {
  const error = health?.error;
  return error ? [{ kind: 'job-failed', job, error }] : [];
}
