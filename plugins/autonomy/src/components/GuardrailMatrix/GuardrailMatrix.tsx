import type { GuardrailMatrix as Matrix } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { memo } from 'react';
import { autonomyTranslationRef } from '../../translation';
import type { ListQuery, ListRequest } from '../EntitiesOverview/listQuery';
import { FailureMessage, StateMessage } from '../StateMessage';
import { MatrixLegend } from './MatrixLegend';
import { MatrixTable } from './MatrixTable';

const SKELETON_ROWS = 5;

const useStyles = makeStyles(
  theme => ({
    heading: { fontWeight: 600 },
    progress: { height: 4, margin: theme.spacing(0.5, 0) },
  }),
  { name: 'AutonomyGuardrailMatrix' },
);

export interface GuardrailMatrixProps {
  value?: Matrix;
  error?: Error;
  loading: boolean;
  retry: () => void;
  query: ListQuery;
  /** Undefined until it is known whose entities are shown. */
  request?: ListRequest;
}

/** Where guardrails hold and where not: domains by guardrails, and the entities of a domain that is opened. */
export const GuardrailMatrix = memo((props: GuardrailMatrixProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <section aria-label={t('matrix.heading')}>
      <Typography variant="body2" component="h2" className={classes.heading}>
        {t('matrix.heading')}
      </Typography>
      <div className={classes.progress}>
        {props.loading && props.value && <LinearProgress />}
      </div>
      <MatrixBody {...props} />
    </section>
  );
});

function MatrixBody(props: GuardrailMatrixProps) {
  const { value, error, loading, retry, query, request } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value || !request) {
    return (
      <div role="status" aria-label={t('matrix.loading')}>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <Skeleton key={index} height={40} />
        ))}
      </div>
    );
  }
  if (value.isWithheld) {
    return (
      <StateMessage
        title={t('matrix.withheldTitle')}
        text={t('matrix.withheldText')}
      />
    );
  }
  if (value.guardrails.length === 0) {
    return (
      <StateMessage
        title={t('matrix.emptyTitle')}
        text={t('matrix.emptyText')}
      />
    );
  }
  return (
    <>
      <MatrixTable matrix={value} query={query} request={request} />
      <MatrixLegend />
    </>
  );
}
