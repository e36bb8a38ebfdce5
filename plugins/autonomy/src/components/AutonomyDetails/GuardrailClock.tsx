import type { GuardrailResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { Concern } from '../Concern';

/** Since when a guardrail has not been passing, and what comes of it when. */
export function GuardrailClock(props: GuardrailResult) {
  const { status, grace, notPassingSince, breachesAt, recoversAt } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const now = useNow();
  if (notPassingSince === undefined) {
    return null;
  }
  const since = format.date(notPassingSince);
  if (recoversAt !== undefined) {
    return (
      <Concern>
        {t('guardrailDetails.recovering', {
          since,
          when: format.until(recoversAt, now),
          date: format.date(recoversAt),
        })}
      </Concern>
    );
  }
  if (breachesAt !== undefined) {
    return (
      <Concern>
        {t('guardrailDetails.breaches', {
          since,
          when: format.until(breachesAt, now),
          date: format.date(breachesAt),
        })}
      </Concern>
    );
  }
  if (status === 'breached' || status === 'unknown') {
    return (
      <div>
        {t(`guardrailDetails.since.${status}`, {
          since,
          grace: format.duration(grace),
        })}
      </div>
    );
  }
  return <div>{t('guardrailDetails.since.exempt', { since })}</div>;
}
