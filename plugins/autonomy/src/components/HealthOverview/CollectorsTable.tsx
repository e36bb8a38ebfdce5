import type { FactCollectorHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { StateMessage } from '../StateMessage';
import { HealthTable } from './HealthTable';
import { StateMark } from './StateMark';

const TONES: Record<FactCollectorHealth['status'], Tone> = {
  ok: 'good',
  partial: 'attention',
  failed: 'bad',
  running: 'neutral',
  'never-run': 'attention',
};

/** How the last run of each fact collector went. */
export function CollectorsTable(props: { collectors: FactCollectorHealth[] }) {
  const { collectors } = props;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const instant = (at?: number) =>
    at === undefined ? t('health.never') : format.dateTime(at);
  if (collectors.length === 0) {
    return (
      <StateMessage
        title={t('health.noCollectorsTitle')}
        text={t('health.noCollectorsText')}
      />
    );
  }
  return (
    <HealthTable
      label={t('health.collectors')}
      columns={[
        t('healthColumn.collector'),
        t('healthColumn.state'),
        t('healthColumn.finished'),
        t('healthColumn.succeeded'),
        t('healthColumn.asked'),
        t('healthColumn.reason'),
      ]}
      rows={collectors.map(collector => ({
        id: collector.id,
        cells: [
          <StateMark
            tone={TONES[collector.status]}
            text={t(`healthCollector.${collector.status}`)}
          />,
          instant(collector.finishedAt),
          instant(collector.succeededAt),
          t('health.askedFailed', {
            entities: format.number(collector.entities ?? 0),
            failed: format.number(collector.failed ?? 0),
          }),
          collector.error ?? '–',
        ],
      }))}
    />
  );
}
