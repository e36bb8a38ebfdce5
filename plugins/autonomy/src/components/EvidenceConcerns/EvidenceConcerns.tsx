import type { EvidenceState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { Concern } from '../Concern';

/** Whether the incident sources were heard from, and what is silent or stale. */
export function EvidenceConcerns({ sources, collectors }: EvidenceState) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const silent = sources.filter(item => item.state === 'silent');
  const stale = collectors.filter(item => item.state !== 'fresh');
  const heard = sources.length > 0 && silent.length === 0;

  const concerns: string[] = [];
  if (sources.length === 0) {
    concerns.push(t('evidence.noSource'));
  }
  if (silent.length > 0) {
    concerns.push(
      t('evidence.silent', {
        silent: String(silent.length),
        count: sources.length,
      }),
    );
  }
  if (stale.length > 0) {
    concerns.push(
      t('evidence.stale', {
        collectors: stale.map(item => item.collector).join(', '),
      }),
    );
  }

  return (
    <>
      {heard && t('evidence.heard')}
      {concerns.map(concern => (
        <Concern key={concern}>{concern}</Concern>
      ))}
    </>
  );
}
