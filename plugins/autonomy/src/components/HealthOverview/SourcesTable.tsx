import type { IncidentSourceHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { StateMessage } from '../StateMessage';
import { HealthTable } from './HealthTable';
import { StateMark } from './StateMark';

const TONES: Record<IncidentSourceHealth['state'], Tone> = {
  heard: 'good',
  silent: 'bad',
  'never-heard': 'bad',
};

const WAYS = ['receives', 'polls', 'covers'] as const;

/** The incident sources: whether each is heard of, since when, and what it is for. */
export function SourcesTable(props: { sources: IncidentSourceHealth[] }) {
  const { sources } = props;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const instant = (at?: number) =>
    at === undefined ? t('health.never') : format.dateTime(at);
  if (sources.length === 0) {
    return (
      <StateMessage
        title={t('health.noSourcesTitle')}
        text={t('health.noSourcesText')}
      />
    );
  }
  return (
    <HealthTable
      label={t('health.sources')}
      columns={[
        t('healthColumn.source'),
        t('healthColumn.state'),
        t('healthColumn.lastHeard'),
        t('healthColumn.lastDelivery'),
        t('healthColumn.lastPoll'),
        t('healthColumn.ways'),
      ]}
      rows={sources.map(source => ({
        id: source.id,
        cells: [
          <StateMark
            tone={TONES[source.state]}
            text={t(`healthSource.${source.state}`)}
          />,
          instant(source.lastHeardAt),
          source.receives ? instant(source.lastDeliveryAt) : '–',
          source.polls ? instant(source.lastPollAt) : '–',
          format.all(
            WAYS.filter(way => source[way]).map(way => t(`healthWay.${way}`)),
          ),
        ],
      }))}
    />
  );
}
