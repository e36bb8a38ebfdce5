import type {
  AutonomyHealth,
  JobHealth,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { FactList } from './FactList';

type Queue = AutonomyHealth['inbox'];

/** What comes in and goes out, and the jobs in the background. */
export function WorkFacts({ health }: { health: AutonomyHealth }) {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const queue = ({ oldestPendingAt, pending, quarantined }: Queue) => {
    const numbers = {
      pending: format.number(pending),
      quarantined: format.number(quarantined),
    };
    return oldestPendingAt === undefined
      ? t('health.queue', numbers)
      : t('health.queueSince', {
          ...numbers,
          date: format.dateTime(oldestPendingAt),
        });
  };
  const job = (run?: JobHealth) =>
    run
      ? t(run.error ? 'health.jobFailed' : 'health.jobDone', {
          date: format.dateTime(run.finishedAt),
        })
      : t('health.never');
  return (
    <FactList
      facts={[
        [t('healthFact.inbox'), queue(health.inbox)],
        [t('healthFact.announcements'), queue(health.announcements)],
        [t('healthJob.retention'), job(health.retention)],
        [t('healthJob.rollUps'), job(health.rollUps)],
      ]}
    />
  );
}
