import type { ListEntitiesResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../translation';
import { FailureMessage } from '../StateMessage';
import { EntitiesTable } from './EntitiesTable';
import type { ListQuery } from './listQuery';
import { Nothing } from './Nothing';
import { PageButtons } from './PageButtons';

const SKELETON_ROWS = 8;

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      minHeight: 30,
    },
    below: { justifyContent: 'flex-end', marginTop: theme.spacing(1) },
    // Space for the progress is kept, so that rows do not move while loading.
    progress: { height: 4, marginBottom: theme.spacing(0.5) },
  }),
  { name: 'AutonomyEntitiesResult' },
);

export interface EntitiesResultProps {
  value?: ListEntitiesResponse;
  error?: Error;
  loading: boolean;
  retry: () => void;
  query: ListQuery;
  onChange: (change: Partial<ListQuery>) => void;
}

/** The list, or why there is none. */
export function EntitiesResult(props: EntitiesResultProps) {
  const { value, error, loading, retry, query, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);

  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('overview.loading')}>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <Skeleton key={index} height={44} />
        ))}
      </div>
    );
  }
  if (value.items.length === 0 && !loading) {
    return (
      <Nothing query={query} onShowAll={() => onChange({ view: 'all' })} />
    );
  }
  const { items, totalItems, pageInfo } = value;
  const go = (cursor: string) => onChange({ cursor });
  return (
    <>
      <div className={classes.bar}>
        <Typography variant="body2" role="status">
          {totalItems !== undefined &&
            t('overview.total', { count: totalItems })}
        </Typography>
        <PageButtons
          label={t('overview.pages')}
          pageInfo={pageInfo}
          onGo={go}
        />
      </div>
      <div className={classes.progress}>{loading && <LinearProgress />}</div>
      <EntitiesTable
        items={items}
        query={query}
        busy={loading}
        onChange={onChange}
      />
      <div className={`${classes.bar} ${classes.below}`}>
        <PageButtons
          label={t('overview.pagesBelow')}
          pageInfo={pageInfo}
          onGo={go}
        />
      </div>
    </>
  );
}
