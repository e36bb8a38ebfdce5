import {
  RelativeTime,
  useEntityAutonomy,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { RiRefreshLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { CardFrame } from '../CardFrame';
import { FailureMessage, StateMessage } from '../StateMessage';
import { AutonomyCardContent } from './AutonomyCardContent';
import { CardSkeleton } from './CardSkeleton';

/** The autonomy of the entity whose page it is on. */
export function EntityAutonomyCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const autonomy = useEntityAutonomy(stringifyEntityRef(entity));
  const { evaluation, loading, retry } = autonomy;
  return (
    <CardFrame
      title={t('card.title')}
      actions={
        evaluation && (
          <>
            <Typography variant="caption" color="textSecondary">
              {t('card.changed')}{' '}
              <RelativeTime instant={evaluation.evaluatedAt} />
            </Typography>
            <IconButton
              size="small"
              aria-label={t('card.refresh')}
              disabled={loading}
              onClick={retry}
            >
              <RiRefreshLine size={16} />
            </IconButton>
          </>
        )
      }
    >
      <CardBody {...autonomy} />
    </CardFrame>
  );
}

function CardBody(props: ReturnType<typeof useEntityAutonomy>) {
  const { evaluation, error, loading, retry } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (evaluation) {
    return <AutonomyCardContent evaluation={evaluation} />;
  }
  if (loading) {
    return <CardSkeleton />;
  }
  if (error) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  return (
    <StateMessage title={t('state.absentTitle')} text={t('state.absentText')} />
  );
}
