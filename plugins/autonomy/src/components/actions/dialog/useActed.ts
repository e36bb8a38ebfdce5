import {
  toastApiRef,
  useAnalytics,
  useApi,
} from '@backstage/frontend-plugin-api';

const SHOWN_FOR = 6_000;

/** What people do, in words for the operator's statistics. */
export type ActionVerb =
  | 'attest'
  | 'withdraw-attestation'
  | 'request-exemption'
  | 'withdraw-exemption'
  | 'dispute'
  | 'review-incident'
  | 'review-deployment'
  | 'set-objective'
  | 'begin-policy-draft'
  | 'import-policy'
  | 'roll-back-policy'
  | 'retire-policy'
  | 'withdraw-policy'
  | 'vote'
  | 'withdraw-proposal'
  | 'appeal'
  | 'propose'
  | 'revoke-exemption'
  | 'propose-grant'
  | 'renew-grant'
  | 'revoke-grant'
  | 'draft-plan'
  | 'change-plan'
  | 'sign-plan'
  | 'move-plan'
  | 'withdraw-plan'
  | 'open-audit'
  | 'rate-audit'
  | 'agree-audit';

/** What follows on an action that worked: it is counted and said. */
export function useActed(): (
  verb: ActionVerb,
  subject: string,
  message: string,
) => void {
  const analytics = useAnalytics();
  const toasts = useApi(toastApiRef);
  return (verb, subject, message) => {
    analytics.captureEvent(verb, subject);
    toasts.post({ title: message, status: 'success', timeout: SHOWN_FOR });
  };
}
