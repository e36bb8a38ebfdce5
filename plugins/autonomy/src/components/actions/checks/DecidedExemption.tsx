import type {
  CheckResult,
  Evaluation,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../shared';
import { ProposalLink } from './ProposalLink';
import { RevokeAction } from './RevokeAction';

export interface DecidedExemptionProps {
  decision: RecordedExemption;
  check: CheckResult;
  evaluation: Evaluation;
  /** The board that decides; absent for the central one. */
  boardRef?: string;
  onDone: () => void;
}

/** What the board decided about an exemption, why, and where to read it; its members can revoke it. */
export function DecidedExemption(props: DecidedExemptionProps) {
  const { boardRef, check, decision, evaluation, onDone } = props;
  const { decidedAt, decisionReason, expiresAt, proposalId, state } = decision;
  const { revokedAt, revokedBy, revokedReason } = decision;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const dateOf = (at?: number) => (at === undefined ? '' : format.date(at));
  const isApproved = state === 'in-force' || state === 'planned';
  const reason = state === 'revoked' ? revokedReason : decisionReason;

  function words() {
    if (state === 'revoked') {
      return revokedBy
        ? t('exemptionDecision.revokedBy', {
            who: <EntityName entityRef={revokedBy} />,
            date: dateOf(revokedAt),
          })
        : t('exemptionDecision.revoked', { date: dateOf(revokedAt) });
    }
    return isApproved
      ? t('exemptionDecision.approved', {
          date: dateOf(decidedAt),
          end: format.date(expiresAt),
        })
      : t('exemptionDecision.denied', { date: dateOf(decidedAt) });
  }
  return (
    <>
      <div>{words()}</div>
      {reason && <div>{t('exemptionAction.openReason', { reason })}</div>}
      <ProposalLink proposalId={proposalId} />
      {isApproved && (
        <RevokeAction
          exemption={decision}
          check={check}
          entity={evaluation.entity}
          boardRef={boardRef}
          onDone={onDone}
        />
      )}
    </>
  );
}
