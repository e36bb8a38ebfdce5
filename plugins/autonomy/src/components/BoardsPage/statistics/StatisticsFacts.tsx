import type { BoardStatistics } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { percent } from '../../charts';
import { useBoardStyles } from '../styles';

const MINUTE = 60_000;

/** The figures of a board, in words where there are none. */
export function StatisticsFacts(props: { statistics: BoardStatistics }) {
  const { approvedShare, decisions, lapsed, medianMinutes } = props.statistics;
  const { overdue, renewedShare } = props.statistics;
  const classes = useBoardStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const unknown = t('boardStatistics.unknown');
  const share = (value?: number) =>
    value === undefined
      ? unknown
      : t('boardStatistics.percent', { share: percent(value) });
  const count = (value?: number) =>
    value === undefined ? unknown : format.number(value);
  const facts: [string, string][] = [
    [t('boardStatistics.decisions'), count(decisions)],
    [t('boardStatistics.approved'), share(approvedShare)],
    [
      t('boardStatistics.median'),
      medianMinutes === undefined
        ? unknown
        : format.duration(medianMinutes * MINUTE),
    ],
    [t('boardStatistics.renewed'), share(renewedShare)],
    [t('boardStatistics.lapsed'), count(lapsed)],
    [t('boardStatistics.overdue'), count(overdue)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.flatMap(([name, value]) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} value`}>{value}</dd>,
      ])}
    </dl>
  );
}
