import type {
  EntityHistory,
  Evaluation,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { TrendChart, type TrendMarker } from '../../charts';
import { historySeries } from './historySeries';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(3) } }),
  { name: 'AutonomyTrendCharts' },
);

export interface TrendChartsProps {
  history: EntityHistory;
  evaluation: Evaluation;
  right?: RightResult;
}

/** A chart for each unit: trust and accountability, readiness, level. */
export function TrendCharts(props: TrendChartsProps) {
  const { history, evaluation, right } = props;
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const area = right?.area ?? '';
  const trust = t('trends.trust', { area: right?.title ?? '' });
  const [trustSeries, readinessSeries, levelSeries] = useMemo(
    () => [
      [
        {
          id: 'trust',
          label: trust,
          points: historySeries(history, point => point.trust[area]),
        },
        {
          id: 'accountability',
          label: t('tab.accountability'),
          points: historySeries(history, point => point.accountability),
        },
      ],
      [
        {
          id: 'readiness',
          label: t('details.readiness'),
          points: historySeries(history, point => point.readiness),
        },
      ],
      [
        {
          id: 'level',
          label: t('details.level'),
          points: historySeries(history, point => point.level),
        },
      ],
    ],
    [history, area, trust, t],
  );
  const levels = evaluation.level.ladder.map(({ level }) => level);
  return (
    <div className={classes.root}>
      <TrendChart
        title={t('trends.trustTitle', { area: right?.title ?? '' })}
        series={trustSeries}
        min={0}
        max={1}
        format={format.share}
        stepped
        markers={incidentsOf(evaluation, area)}
      />
      <TrendChart
        title={t('details.readiness')}
        series={readinessSeries}
        min={0}
        max={100}
        format={format.readiness}
        stepped
        height={140}
      />
      <TrendChart
        title={t('details.level')}
        series={levelSeries}
        min={Math.min(...levels)}
        max={Math.max(...levels)}
        ticks={levels}
        format={value => String(value)}
        stepped
        height={120}
      />
    </div>
  );
}

/** The incidents that trust in the area accounts for. */
function incidentsOf({ trust }: Evaluation, area: string): TrendMarker[] {
  const account = trust.find(item => item.area === area);
  return (account?.lines ?? []).flatMap(line =>
    line.kind === 'incident'
      ? [{ at: line.startedAt, label: line.incidentId, url: line.url }]
      : [],
  );
}
