import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  RelativeTime,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { EvidenceLine } from './EvidenceLine';
import { useDetailsStyles } from './styles';

/** Which sources were heard from, which facts are fresh, and until when nothing changes by itself. */
export function EvidenceList(evaluation: Evaluation) {
  const { evidence, nextChangeAt } = evaluation;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  return (
    <>
      <h3 className={classes.heading}>{t('evidenceDetails.sources')}</h3>
      {evidence.sources.length === 0 && (
        <p className={classes.text}>{t('evidenceDetails.noSources')}</p>
      )}
      <ul className={classes.list}>
        {evidence.sources.map(item => (
          <EvidenceLine
            key={`${item.source}-${item.from}`}
            good={item.state === 'heard'}
            name={item.source}
            state={t(`evidenceDetails.${item.state}`)}
          >
            {t('evidenceDetails.lastHeard')}{' '}
            <RelativeTime instant={item.lastHeardAt} />
          </EvidenceLine>
        ))}
      </ul>
      <h3 className={classes.heading}>{t('evidenceDetails.collectors')}</h3>
      {evidence.collectors.length === 0 && (
        <p className={classes.text}>{t('evidenceDetails.noCollectors')}</p>
      )}
      <ul className={classes.list}>
        {evidence.collectors.map(item => (
          <EvidenceLine
            key={item.collector}
            good={item.state === 'fresh'}
            name={item.collector}
            state={t(`evidenceDetails.${item.state}`)}
          >
            {t('evidenceDetails.collected')}{' '}
            <RelativeTime instant={item.collectedAt} />
          </EvidenceLine>
        ))}
      </ul>
      {nextChangeAt !== undefined && (
        <p className={classes.text}>
          {t('evidenceDetails.nextChange', {
            date: format.dateTime(nextChangeAt),
          })}
        </p>
      )}
    </>
  );
}
