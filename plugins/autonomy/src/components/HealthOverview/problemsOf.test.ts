import { createHealth } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { problemsOf } from './problemsOf';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 1, 12);

const source = {
  type: 'webhook',
  receives: true,
  polls: false,
  covers: true,
  state: 'heard' as const,
};

describe('problemsOf', () => {
  it('finds nothing where all is well', () => {
    expect(problemsOf(createHealth(), NOW)).toEqual([]);
  });

  it('finds evidence that does not arrive first, then work that is not done', () => {
    const { evaluation } = createHealth();
    const health = createHealth({
      incidentSources: [
        { ...source, id: 'a', state: 'silent', lastHeardAt: NOW - MINUTE },
        { ...source, id: 'b', state: 'never-heard' },
        { ...source, id: 'c', pollError: 'refused' },
      ],
      collectors: [
        { id: 'd', status: 'failed', error: 'no token' },
        { id: 'e', status: 'partial', entities: 9, failed: 2 },
        { id: 'f', status: 'never-run' },
        { id: 'g', status: 'running' },
      ],
      evaluation: {
        ...evaluation,
        pending: 4,
        lag: 11 * MINUTE,
        quarantined: { count: 3, first: [] },
        sweep: {
          ...evaluation.sweep,
          last: { ...evaluation.sweep.last!, missed: 2 },
        },
      },
      inbox: { pending: 5, oldestPendingAt: NOW - 11 * MINUTE, quarantined: 1 },
      announcements: {
        pending: 6,
        oldestPendingAt: NOW - 11 * MINUTE,
        quarantined: 1,
      },
      retention: { finishedAt: NOW, error: 'timeout' },
    });

    expect(problemsOf(health, NOW)).toEqual([
      { kind: 'source-silent', id: 'a', since: NOW - MINUTE },
      { kind: 'source-never-heard', id: 'b' },
      { kind: 'poll-failed', id: 'c', error: 'refused' },
      { kind: 'deliveries-quarantined', count: 1 },
      { kind: 'evaluations-quarantined', count: 3 },
      { kind: 'announcements-quarantined', count: 1 },
      { kind: 'collector-failed', id: 'd', error: 'no token' },
      { kind: 'collector-partial', id: 'e', failed: 2, entities: 9 },
      { kind: 'collector-never-run', id: 'f' },
      { kind: 'evaluations-late', count: 4, lag: 11 * MINUTE },
      { kind: 'deliveries-late', count: 5, since: NOW - 11 * MINUTE },
      { kind: 'announcements-late', count: 6, since: NOW - 11 * MINUTE },
      { kind: 'changes-missed', count: 2 },
      { kind: 'job-failed', job: 'retention', error: 'timeout' },
    ]);
  });

  it('leaves work alone that has only just come', () => {
    const { evaluation } = createHealth();
    const waiting = {
      pending: 5,
      oldestPendingAt: NOW - MINUTE,
      quarantined: 0,
    };

    expect(
      problemsOf(
        createHealth({
          evaluation: { ...evaluation, pending: 5, lag: MINUTE },
          inbox: waiting,
          announcements: waiting,
        }),
        NOW,
      ),
    ).toEqual([]);
  });
});
