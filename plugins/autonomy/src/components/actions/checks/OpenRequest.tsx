import type {
  CheckResult,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton } from '../dialog';
import { ProposalLink } from './ProposalLink';
import { BoardName, EntityName } from '../shared';
import { WithdrawRequestDialog } from './WithdrawRequestDialog';

export interface OpenRequestProps {
  request: RecordedExemption;
  check: CheckResult;
  boardRef?: string;
  mayWithdraw: boolean;
  onDone: () => void;
}

/** A request for an exemption that waits: by whom, until when, for whom, why. */
export function OpenRequest(props: OpenRequestProps) {
  const { boardRef, check, mayWithdraw, onDone, request } = props;
  const { expiresAt, reason, requestedBy = '' } = request;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <div>
        {t('exemptionAction.open', {
          who: <EntityName entityRef={requestedBy} />,
          date: format.date(expiresAt),
          board: <BoardName boardRef={boardRef} />,
        })}
      </div>
      <div>{t('exemptionAction.openReason', { reason })}</div>
      <ProposalLink proposalId={request.proposalId} />
      {mayWithdraw && (
        <ActionButton
          label={t('exemptionAction.withdraw')}
          name={t('exemptionAction.withdrawName', { check: check.title })}
          dialog={close => (
            <WithdrawRequestDialog
              request={request}
              check={check}
              onClose={close}
              onDone={onDone}
            />
          )}
        />
      )}
    </>
  );
}
