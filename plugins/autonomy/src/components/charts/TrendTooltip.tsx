import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import type { TrendRow, TrendSeries } from './trendRows';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.caption,
      padding: theme.spacing(0.75, 1),
      borderRadius: 4,
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
      boxShadow: theme.shadows[4],
    },
    time: { fontWeight: 600 },
  }),
  { name: 'AutonomyTrendTooltip' },
);

export interface TrendTooltipProps {
  series: TrendSeries[];
  row?: TrendRow;
  format: (value: number) => string;
}

/** Every line at the instant under the pointer. */
export function TrendTooltip({ series, row, format }: TrendTooltipProps) {
  const classes = useStyles();
  const { date } = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!row) {
    return null;
  }
  return (
    <div className={classes.root}>
      <div className={classes.time}>{date(row.at)}</div>
      {series.map(({ id, label }) => {
        const value = row.values[id];
        return (
          <div key={id}>
            {label}: {value === undefined ? t('chart.unknown') : format(value)}
          </div>
        );
      })}
    </div>
  );
}
