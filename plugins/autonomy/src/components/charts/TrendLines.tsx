import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { lineLook } from './trendLook';
import type { TrendMarker } from './TrendMarkers';
import type { TrendRow, TrendSeries } from './trendRows';
import { TrendTooltip } from './TrendTooltip';

/** Dates that fit below a chart in a column. */
const TICKS = 5;

export interface TrendLinesProps {
  series: TrendSeries[];
  rows: TrendRow[];
  markers: TrendMarker[];
  min?: number;
  max?: number;
  ticks?: number[];
  stepped: boolean;
  height: number;
  format: (value: number) => string;
}

/** The lines with their axes, in the colours of the theme. */
export function TrendLines(props: TrendLinesProps) {
  const { series, rows, markers, min, max, ticks, stepped, height } = props;
  const theme = useTheme();
  const { date } = useFormatters();
  const from = rows[0].at;
  const to = rows[rows.length - 1].at;
  const text = { fill: theme.palette.text.secondary, fontSize: 12 };
  const line = theme.palette.divider;
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      // Shown at once, and where nothing can be measured.
      initialDimension={{ width: 600, height }}
    >
      <LineChart
        data={rows}
        margin={{ top: 18, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke={line} vertical={false} />
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          ticks={evenly(from, to)}
          tickFormatter={date}
          tick={text}
          stroke={line}
          interval="preserveStartEnd"
        />
        <YAxis
          domain={[min ?? 'auto', max ?? 'auto']}
          ticks={ticks}
          tickFormatter={props.format}
          tick={text}
          stroke={line}
          width={44}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: theme.palette.text.secondary }}
          content={({ active, label }) =>
            active ? (
              <TrendTooltip
                series={series}
                row={rows.find(({ at }) => at === label)}
                format={props.format}
              />
            ) : null
          }
        />
        {markers.map(({ at }, index) => (
          <ReferenceLine
            key={index}
            x={at}
            stroke={theme.palette.error.main}
            strokeDasharray="3 3"
            label={{
              value: String(index + 1),
              position: 'top',
              fill: theme.palette.text.primary,
              fontSize: 12,
              fontWeight: 700,
            }}
          />
        ))}
        {series.map(({ id, label }, index) => (
          <Line
            key={id}
            name={label}
            dataKey={(row: TrendRow) => row.values[id]}
            type={stepped ? 'stepAfter' : 'linear'}
            dot={rows.length === 1}
            isAnimationActive={false}
            {...lineLook(theme, index)}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

function evenly(from: number, to: number): number[] {
  const step = (to - from) / (TICKS - 1);
  return step === 0
    ? [from]
    : Array.from({ length: TICKS }, (_, index) => from + index * step);
}
