import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../translation';
import type { TrendMarker } from './TrendMarkers';
import type { TrendRow, TrendSeries } from './trendRows';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflow: 'auto',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
  }),
  { name: 'AutonomyTrendTable' },
);

export interface TrendTableProps {
  title: string;
  series: TrendSeries[];
  rows: TrendRow[];
  markers: TrendMarker[];
  format: (value: number) => string;
  maxHeight: number;
}

/** The same figures as a table, the newest first. */
export function TrendTable(props: TrendTableProps) {
  const { title, series, rows, markers, format, maxHeight } = props;
  const classes = useStyles();
  const { date } = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const happened = (at: number) =>
    markers
      .filter(marker => marker.at === at)
      .map(({ label }) => label)
      .join(', ');
  return (
    <div
      className={classes.root}
      style={{ maxHeight }}
      role="region"
      aria-label={title}
      // It scrolls, so the keyboard has to reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell>{t('chart.time')}</TableCell>
            {series.map(({ id, label }) => (
              <TableCell key={id} align="right">
                {label}
              </TableCell>
            ))}
            {markers.length > 0 && <TableCell>{t('chart.marked')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...rows].reverse().map(({ at, values }) => (
            <TableRow key={at}>
              <TableCell component="th" scope="row" role="rowheader">
                {date(at)}
              </TableCell>
              {series.map(({ id }) => (
                <TableCell key={id} align="right">
                  {values[id] === undefined
                    ? t('chart.unknown')
                    : format(values[id])}
                </TableCell>
              ))}
              {markers.length > 0 && <TableCell>{happened(at)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
