import type {
  Evaluation,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../../translation';
import { FailureMessage, StateMessage } from '../../StateMessage';
import { TopicCard } from '../TopicCard';
import type { TabTarget } from '../useTabAddress';
import type { History } from '../useHistory';
import { TrendCharts } from './TrendCharts';

/** About that of the charts, so that what is below does not jump. */
const HEIGHT = 620;

export interface TrendsCardProps {
  evaluation: Evaluation;
  history: History;
  /** Of the area whose trust is shown. */
  right?: RightResult;
  target?: TabTarget;
}

/** How the figures came to be what they are, over twelve months. */
export function TrendsCard(props: TrendsCardProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TopicCard topic="trends" target={props.target} title={t('trends.title')}>
      <TrendsBody {...props} />
    </TopicCard>
  );
}

function TrendsBody({ evaluation, history, right }: TrendsCardProps) {
  const { value, error, retry } = history;
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (value) {
    return value.start || value.points.length > 0 ? (
      <TrendCharts history={value} evaluation={evaluation} right={right} />
    ) : (
      <StateMessage
        title={t('trends.emptyTitle')}
        text={t('trends.emptyText')}
      />
    );
  }
  return error ? (
    <FailureMessage error={error} onRetry={retry} />
  ) : (
    <div role="status" aria-label={t('trends.loading')}>
      <Skeleton variant="rect" height={HEIGHT} />
    </div>
  );
}
