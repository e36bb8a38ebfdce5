import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { AccountabilityAccount } from './AccountabilityAccount';
import { EvidenceList } from './EvidenceList';

/** What accountability is made of, which sources were heard from, which facts are fresh. */
export function EvidenceDetails(evaluation: Evaluation) {
  return (
    <>
      <AccountabilityAccount {...evaluation.accountability} />
      <EvidenceList {...evaluation} />
    </>
  );
}
