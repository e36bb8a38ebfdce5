import type { PlanState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { planLook } from './planLook';

/** Where a plan stands, in words with an icon. */
export function PlanStateWords({ state }: { state: PlanState }) {
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { Icon, tone } = planLook[state];
  return (
    <span className={tones[tone]}>
      <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
      {t(`planDetails.states.${state}`)}
    </span>
  );
}
