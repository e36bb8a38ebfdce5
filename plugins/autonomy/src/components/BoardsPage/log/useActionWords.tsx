import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactElement } from 'react';
import { autonomyTranslationRef } from '../../../translation';

const ACTIONS = [
  'proposal-opened',
  'proposal-voted',
  'proposal-approved',
  'proposal-rejected',
  'proposal-withdrawn',
  'exemption-revoked',
  'grant-revoked',
  'plan-drafted',
  'plan-changed',
  'plan-signed',
  'plan-moved',
  'plan-withdrawn',
  'audit-opened',
  'audit-rated',
  'audit-agreed',
] as const;

/** What somebody did. What is not known here stays as it was written down. */
export function useActionWords(): (action: string) => ReactElement {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return action => {
    const known = ACTIONS.find(each => each === action);
    return known ? (
      <>{t(`boardLog.actions.${known}`)}</>
    ) : (
      <code>{action}</code>
    );
  };
}
