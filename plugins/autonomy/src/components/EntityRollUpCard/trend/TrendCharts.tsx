import type {
  DailyFigures,
  Trends,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { TrendChart } from '../../charts';
import { LEVELS } from '../../EntitiesOverview/listQuery';
import { averageLevel, cut } from '../figures/figureLines';
import { useRollUpStyles } from '../styles';
import { instantOf } from './trendDays';

const LEVEL_DIGITS = 1;

/** Average level and readiness by day. */
export function TrendCharts({ trends }: { trends: Trends }) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const level = t('rollUpTrend.level');
  const readiness = t('rollUpTrend.readiness');
  const [levels, scores] = useMemo(() => {
    const lineOf = (
      label: string,
      valueOf: (day: DailyFigures) => number | undefined,
    ) => [
      {
        id: label,
        label,
        points: trends.days.map(day => ({
          at: instantOf(day.day),
          value: valueOf(day),
        })),
      },
    ];
    return [
      lineOf(level, averageLevel),
      lineOf(readiness, day => day.readiness),
    ];
  }, [level, readiness, trends]);
  return (
    <div className={classes.columns}>
      <TrendChart
        title={level}
        series={levels}
        min={LEVELS[0]}
        max={LEVELS[LEVELS.length - 1]}
        ticks={[...LEVELS]}
        format={value => format.fixed(cut(value, LEVEL_DIGITS), LEVEL_DIGITS)}
      />
      <TrendChart
        title={readiness}
        series={scores}
        min={0}
        max={100}
        format={format.readiness}
      />
    </div>
  );
}
