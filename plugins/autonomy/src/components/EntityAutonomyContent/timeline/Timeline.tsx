import type {
  EntityHistory,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useDetailsStyles } from '../../AutonomyDetails';
import { FailureMessage, StateMessage } from '../../StateMessage';
import { KindFilter } from './KindFilter';
import { TIMELINE_KINDS, type TimelineKind } from './timeline';
import { TimelineRows } from './TimelineRows';
import { TimelineSkeleton } from './TimelineSkeleton';
import { useTimeline } from './useTimeline';

export interface TimelineProps {
  evaluation: Evaluation;
  history: EntityHistory;
  onChanged: () => void;
}

/** Changes, incidents and deployments, merged, the newest first. */
export function Timeline({ evaluation, history, onChanged }: TimelineProps) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [kinds, setKinds] = useState<readonly TimelineKind[]>(TIMELINE_KINDS);
  const timeline = useTimeline(evaluation.entity.entityRef, history, kinds);
  const { items, error, hasMore, isReading } = timeline;
  const onDone = () => {
    timeline.reload();
    onChanged();
  };
  if (!items) {
    return error ? (
      <FailureMessage error={error} onRetry={timeline.retry} />
    ) : (
      <TimelineSkeleton />
    );
  }
  return (
    <>
      <KindFilter kinds={kinds} onChange={setKinds} />
      {items.length === 0 && (
        <StateMessage
          title={t('timeline.emptyTitle')}
          text={t('timeline.emptyText')}
        />
      )}
      <TimelineRows items={items} evaluation={evaluation} onDone={onDone} />
      {error && <FailureMessage error={error} onRetry={timeline.retry} />}
      {hasMore && !error && (
        <Button
          size="small"
          variant="outlined"
          className={classes.below}
          disabled={isReading}
          onClick={timeline.showMore}
        >
          {t('timeline.more')}
        </Button>
      )}
    </>
  );
}
