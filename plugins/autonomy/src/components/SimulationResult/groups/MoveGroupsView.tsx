import type {
  MoveGroups,
  MovesFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../../translation';
import { FailureMessage } from '../../StateMessage';
import { PageSection } from '../../PageSection';
import { MoveGroupBars } from './MoveGroupBars';

const BY = ['domain', 'owner'] as const;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'AutonomyMoveGroupsView' },
);

export interface MoveGroupsViewProps {
  value?: Record<(typeof BY)[number], MoveGroups>;
  error?: Error;
  loading: boolean;
  retry: () => void;
  query: MovesFilter;
  onChange: (change: MovesFilter) => void;
}

/** Where those who would feel it belong. */
export function MoveGroupsView(props: MoveGroupsViewProps) {
  const { error, loading, onChange, query, retry, value } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('moveGroups.loading')}>
        <Skeleton height={120} />
      </div>
    );
  }
  return (
    <div className={classes.root}>
      {BY.map(by => (
        <PageSection key={by} title={t(`moveGroups.${by}`)}>
          {value[by].isWithheld ? (
            <Typography variant="body2" color="textSecondary">
              {t('moveGroups.withheld')}
            </Typography>
          ) : (
            <MoveGroupBars
              by={by}
              groups={value[by].groups}
              when={query.when}
              onChoose={ref => onChange({ [by]: [ref] })}
            />
          )}
        </PageSection>
      ))}
    </div>
  );
}
