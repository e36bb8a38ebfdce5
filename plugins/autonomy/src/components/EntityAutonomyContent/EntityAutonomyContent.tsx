import { useEntityAutonomy } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { autonomyTranslationRef } from '../../translation';
import { CardFrame } from '../CardFrame';
import { FailureMessage, StateMessage } from '../StateMessage';
import { ChangeAnnouncement } from './ChangeAnnouncement';
import { EvaluationView } from './EvaluationView';
import { TabSkeleton } from './TabSkeleton';

/** Everything about the autonomy of the entity whose page it is on: why, and what next. */
export function EntityAutonomyContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const { evaluation, loading, error, retry } = useEntityAutonomy(entityRef);
  if (evaluation) {
    return (
      <>
        <ChangeAnnouncement
          key={entityRef}
          evaluatedAt={evaluation.evaluatedAt}
        />
        <EvaluationView
          key={`view-${entityRef}`}
          evaluation={evaluation}
          onChanged={retry}
        />
      </>
    );
  }
  if (loading) {
    return <TabSkeleton />;
  }
  return (
    <CardFrame title={t('card.title')}>
      {error ? (
        <FailureMessage error={error} onRetry={retry} />
      ) : (
        <StateMessage
          title={t('state.absentTitle')}
          text={t('state.absentText')}
        />
      )}
    </CardFrame>
  );
}
