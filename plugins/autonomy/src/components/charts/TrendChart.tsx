import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { LinkButton } from '../LinkButton';
import { TrendLegend } from './TrendLegend';
import { TrendLines } from './TrendLines';
import { TrendMarkers, type TrendMarker } from './TrendMarkers';
import { trendRows, type TrendRow, type TrendSeries } from './trendRows';
import { TrendTable } from './TrendTable';

const HEIGHT = 180;

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, minWidth: 0 },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      columnGap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
    title: {
      ...theme.typography.body2,
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    empty: {
      ...theme.typography.body2,
      margin: 0,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'AutonomyTrendChart' },
);

export interface TrendChartProps {
  title: string;
  /** Lines of the same unit. */
  series: TrendSeries[];
  min?: number;
  max?: number;
  /** The values named on the axis. */
  ticks?: number[];
  format: (value: number) => string;
  /** Points hold until the next one; otherwise lines connect them. */
  stepped?: boolean;
  /** What happened meanwhile. */
  markers?: TrendMarker[];
  height?: number;
}

/** Figures over time as lines, or as a table. */
export function TrendChart(props: TrendChartProps) {
  const { title, series, stepped = false, height = HEIGHT, format } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [asTable, setAsTable] = useState(false);
  const rows = useMemo(() => trendRows(series, stepped), [series, stepped]);
  const summary = useSummary(props, rows);
  const known = rows.some(({ values }) =>
    Object.values(values).some(value => value !== undefined),
  );
  const markers = (props.markers ?? []).filter(
    ({ at }) => rows.length > 0 && at >= rows[0].at && at <= rows.at(-1)!.at,
  );
  return (
    <figure className={classes.root}>
      <figcaption className={classes.header}>
        <span className={classes.title}>{title}</span>
        {known && (
          <LinkButton
            aria-label={t(asTable ? 'chart.linesOf' : 'chart.tableOf', {
              title,
            })}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'chart.lines' : 'chart.table')}
          </LinkButton>
        )}
      </figcaption>
      {!known && <p className={classes.empty}>{t('chart.empty')}</p>}
      {known && asTable && (
        <TrendTable
          {...{ title, series, markers, format }}
          rows={trendRows(
            series,
            stepped,
            markers.map(({ at }) => at),
          )}
          maxHeight={height * 2}
        />
      )}
      {known && !asTable && (
        <>
          <div role="img" aria-label={summary}>
            <TrendLines
              {...{ series, rows, markers, stepped, height, format }}
              min={props.min}
              max={props.max}
              ticks={props.ticks}
            />
          </div>
          {series.length > 1 && <TrendLegend series={series} />}
          <TrendMarkers markers={markers} />
        </>
      )}
    </figure>
  );
}

/** What the lines show, in words. */
function useSummary(
  { title, series, format }: TrendChartProps,
  rows: TrendRow[],
) {
  const { date } = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const lines = series.flatMap(({ id, label }) => {
    const known = rows.filter(({ values }) => values[id] !== undefined);
    if (known.length === 0) return [];
    const first = known[0];
    const last = known[known.length - 1];
    return [
      t('chart.summary', {
        label,
        first: format(first.values[id]!),
        start: date(first.at),
        last: format(last.values[id]!),
        end: date(last.at),
      }),
    ];
  });
  return [title, ...lines].join('. ');
}
