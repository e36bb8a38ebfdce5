import type { ActivityItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../translation';
import { useEventWords } from '../eventWords';
import { FailureMessage, StateMessage } from '../StateMessage';
import type { usePages } from '../usePages';
import { ActivityEntry } from './ActivityEntry';
import { dayGroups } from './dayGroups';
import { useCheckTitles } from './useCheckTitles';

const SKELETON_ROWS = 6;

const useStyles = makeStyles(
  theme => ({
    list: { margin: theme.spacing(0, 0, 2), padding: 0, listStyle: 'none' },
    day: { fontWeight: 600 },
    progress: { height: 4 },
  }),
  { name: 'AutonomyActivityResult' },
);

export interface ActivityResultProps
  extends ReturnType<typeof usePages<ActivityItem>> {
  isFiltered: boolean;
}

/** The log day by day, or why there is none. */
export function ActivityResult(props: ActivityResultProps) {
  const { items, loading, error, retry, isFiltered } = props;
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const eventWords = useEventWords(useCheckTitles());

  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!items) {
    return (
      <div role="status" aria-label={t('activity.loading')}>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <Skeleton key={index} height={56} />
        ))}
      </div>
    );
  }
  if (items.length === 0 && !props.hasMore && !loading) {
    return (
      <StateMessage
        title={t(isFiltered ? 'overview.noMatchTitle' : 'activity.emptyTitle')}
        text={t(isFiltered ? 'overview.noMatchText' : 'activity.emptyText')}
      />
    );
  }
  return (
    <>
      <div className={classes.progress}>{loading && <LinearProgress />}</div>
      {dayGroups(items).map(group => (
        <section key={group.items[0].id} aria-label={format.date(group.day)}>
          <Typography variant="body2" component="h2" className={classes.day}>
            {format.date(group.day)}
          </Typography>
          <ul className={classes.list}>
            {group.items.map(item => (
              <ActivityEntry
                key={item.id}
                item={item}
                text={eventWords(item.event)}
              />
            ))}
          </ul>
        </section>
      ))}
      {props.addingError && !props.isAdding ? (
        <FailureMessage error={props.addingError} onRetry={props.showMore} />
      ) : (
        props.hasMore && (
          <Button
            size="small"
            variant="outlined"
            disabled={props.isAdding}
            aria-busy={props.isAdding}
            onClick={props.showMore}
          >
            {t('activity.more')}
          </Button>
        )
      )}
    </>
  );
}
