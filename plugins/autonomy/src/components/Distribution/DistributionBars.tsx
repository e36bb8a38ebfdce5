import type { SummaryFigures } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { ShareBar } from '../charts';
import { addressOf, type ListQuery } from '../EntitiesOverview/listQuery';
import { useFigureBars } from './useFigureBars';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
      gap: theme.spacing(2, 4),
    },
    heading: { fontWeight: 600, marginBottom: theme.spacing(0.75) },
  }),
  { name: 'AutonomyDistributionBars' },
);

export interface DistributionBarsProps {
  query: ListQuery;
  totals: SummaryFigures;
}

/** The bars, whose parts narrow the list. */
export function DistributionBars({ query, totals }: DistributionBarsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { guardrails, levels } = useFigureBars(totals, part =>
    addressOf(query, part),
  );
  return (
    <div className={classes.root}>
      <div>
        <Typography variant="body2" component="h2" className={classes.heading}>
          {t('distribution.levels')}
        </Typography>
        <ShareBar label={t('distribution.levels')} {...levels} />
      </div>
      <div>
        <Typography variant="body2" component="h2" className={classes.heading}>
          {t('distribution.guardrails')}
        </Typography>
        <ShareBar label={t('distribution.guardrails')} {...guardrails} />
      </div>
    </div>
  );
}
