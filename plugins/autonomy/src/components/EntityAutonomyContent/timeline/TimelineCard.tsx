import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { FailureMessage } from '../../StateMessage';
import { TopicCard } from '../TopicCard';
import type { TabTarget } from '../useTabAddress';
import type { History } from '../useHistory';
import { Timeline } from './Timeline';
import { TimelineSkeleton } from './TimelineSkeleton';

export interface TimelineCardProps {
  evaluation: Evaluation;
  history: History;
  target?: TabTarget;
  onChanged: () => void;
}

/** What happened to the entity, and what owners can do about it. */
export function TimelineCard(props: TimelineCardProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TopicCard
      topic="timeline"
      target={props.target}
      title={t('timeline.title')}
    >
      <TimelineBody {...props} />
    </TopicCard>
  );
}

function TimelineBody(props: TimelineCardProps) {
  const { value, error, retry } = props.history;
  if (value) {
    return <Timeline {...props} history={value} />;
  }
  return error ? (
    <FailureMessage error={error} onRetry={retry} />
  ) : (
    <TimelineSkeleton />
  );
}
