import type { CheckState } from '../../model';

/** Whether a result counts in scores and gaps. */
export function counts({ state }: { readonly state: CheckState }): boolean {
  return state !== 'announced' && state !== 'not-applicable';
}

/** Whether a level or guardrail may rely on the result. */
export function isMet({ state }: { readonly state: CheckState }): boolean {
  return state === 'pass' || state === 'exempt';
}
