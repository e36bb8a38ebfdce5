import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import type { HealthProblem } from './problemsOf';

/** A problem as a sentence that says what it leads to. */
export function useProblemWords(): (problem: HealthProblem) => string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  return problem => {
    switch (problem.kind) {
      case 'source-silent':
        return problem.since === undefined
          ? t('healthProblem.source-never-heard', { id: problem.id })
          : t('healthProblem.source-silent', {
              id: problem.id,
              date: format.dateTime(problem.since),
            });
      case 'source-never-heard':
      case 'collector-never-run':
        return t(`healthProblem.${problem.kind}`, { id: problem.id });
      case 'poll-failed':
        return t('healthProblem.poll-failed', {
          id: problem.id,
          error: problem.error,
        });
      case 'collector-failed':
        return t('healthProblem.collector-failed', {
          id: problem.id,
          error: problem.error ?? t('health.noReason'),
        });
      case 'collector-partial':
        return t('healthProblem.collector-partial', {
          id: problem.id,
          failed: format.number(problem.failed),
          entities: format.number(problem.entities),
        });
      case 'evaluations-late':
        return t('healthProblem.evaluations-late', {
          count: problem.count,
          duration: format.duration(problem.lag),
        });
      case 'deliveries-late':
        return t('healthProblem.deliveries-late', {
          count: problem.count,
          date: format.dateTime(problem.since),
        });
      case 'announcements-late':
        return t('healthProblem.announcements-late', {
          count: problem.count,
          date: format.dateTime(problem.since),
        });
      case 'evaluations-quarantined':
        return t('healthProblem.evaluations-quarantined', {
          count: problem.count,
        });
      case 'changes-missed':
        return t('healthProblem.changes-missed', { count: problem.count });
      case 'deliveries-quarantined':
        return t('healthProblem.deliveries-quarantined', {
          count: problem.count,
        });
      case 'announcements-quarantined':
        return t('healthProblem.announcements-quarantined', {
          count: problem.count,
        });
      default:
        return t('healthProblem.job-failed', {
          job: t(`healthJob.${problem.job}`),
          error: problem.error,
        });
    }
  };
}
