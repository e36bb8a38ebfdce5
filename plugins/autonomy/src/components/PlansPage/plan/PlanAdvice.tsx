import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { autonomyTranslationRef } from '../../../translation';
import { useAdviceWords } from '../../actions/plans/useAdviceWords';
import { useDetailsStyles } from '../../AutonomyDetails';

/** What is advised after the incidents of a plan, and why; nothing where that cannot be read. */
export function PlanAdvice({ plan }: { plan: RecordedPlan }) {
  const { approach, entityRef, incidents } = plan;
  const api = useApi(autonomyGovernanceApiRef);
  const classes = useDetailsStyles();
  const reasonsOf = useAdviceWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value = [] } = useAsync(
    async () =>
      incidents.length > 0 ? await api.getRepairAdvice(entityRef) : [],
    [api, entityRef, incidents.length],
  );
  const own = value.filter(({ incident: { id, source } }) =>
    incidents.includes(`${source}/${id}`),
  );
  if (own.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{t('repairAdvice.title')}</h3>
      {own.map(advice => (
        <div key={`${advice.incident.source}/${advice.incident.id}`}>
          <p className={classes.text}>
            {t('plan.adviceFor', { incident: advice.incident.id })}{' '}
            {advice.approach
              ? t('repairAdvice.approach', {
                  approach: t(`planDetails.approaches.${advice.approach}`),
                })
              : t('repairAdvice.nothing')}
          </p>
          <ul className={classes.text}>
            {reasonsOf(advice).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {advice.approach !== approach && (
            <p className={classes.text}>{t('plan.adviceDiffers')}</p>
          )}
        </div>
      ))}
    </>
  );
}
