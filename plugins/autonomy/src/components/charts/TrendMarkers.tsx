import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { makeStyles } from '@material-ui/core/styles';
import { RecordLink } from '../actions/shared';

/** Something that happened at an instant of a trend. */
export interface TrendMarker {
  /** UTC milliseconds. */
  at: number;
  label: string;
  /** Where to read about it. */
  url?: string;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.caption,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      overflowWrap: 'anywhere',
    },
    number: { fontWeight: 700 },
  }),
  { name: 'AutonomyTrendMarkers' },
);

/** What the numbers above the chart stand for. */
export function TrendMarkers({ markers }: { markers: TrendMarker[] }) {
  const classes = useStyles();
  const format = useFormatters();
  if (markers.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root}>
      {markers.map(({ at, label, url }, index) => (
        <li key={index}>
          <span className={classes.number}>{index + 1}</span>{' '}
          <RecordLink url={url}>{label}</RecordLink> · {format.date(at)}
        </li>
      ))}
    </ul>
  );
}
