import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { FailureMessage } from '../StateMessage';
import type { usePages } from '../usePages';

const SKELETON_ROWS = 3;

const useStyles = makeStyles(
  theme => ({
    progress: { height: 4 },
    more: { marginTop: theme.spacing(1) },
  }),
  { name: 'AutonomyPagedResult' },
);

export interface PagedResultProps<T> {
  pages: ReturnType<typeof usePages<T>>;
  /** What is being loaded, in words. */
  loading: string;
  /** What to show more of, for those who only hear the button. */
  more: string;
  /** Shown where there is nothing. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list that grows page by page, or why there is none. */
export function PagedResult<T>(props: PagedResultProps<T>) {
  const { children, empty, loading, more, pages } = props;
  const { addingError, error, hasMore, isAdding, items, retry, showMore } =
    pages;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (error && !pages.loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!items) {
    return (
      <div role="status" aria-label={loading}>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <Skeleton key={index} height={44} />
        ))}
      </div>
    );
  }
  if (items.length === 0 && !hasMore && !pages.loading) {
    return <>{empty}</>;
  }
  return (
    <>
      <div className={classes.progress}>
        {pages.loading && <LinearProgress />}
      </div>
      {items.length > 0 && children(items)}
      {addingError && !isAdding ? (
        <FailureMessage error={addingError} onRetry={showMore} />
      ) : (
        hasMore && (
          <Button
            size="small"
            variant="outlined"
            className={classes.more}
            disabled={isAdding}
            aria-busy={isAdding}
            aria-label={more}
            onClick={showMore}
          >
            {t('governanceList.more')}
          </Button>
        )
      )}
    </>
  );
}
