import { makeStyles, useTheme } from '@material-ui/core/styles';
import { lineLook } from './trendLook';
import type { TrendSeries } from './trendRows';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.caption,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      overflowWrap: 'anywhere',
    },
    sample: { flex: 'none' },
  }),
  { name: 'AutonomyTrendLegend' },
);

/** Which line is which. */
export function TrendLegend({ series }: { series: TrendSeries[] }) {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <ul className={classes.root}>
      {series.map(({ id, label }, index) => (
        <li key={id} className={classes.item}>
          <svg width={28} height={8} className={classes.sample} aria-hidden>
            <line x1={0} x2={28} y1={4} y2={4} {...lineLook(theme, index)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
