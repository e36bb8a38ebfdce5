import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton, ActionRow } from '../dialog';
import { useOwnerRights } from '../rights';
import { AttestDialog } from './AttestDialog';
import { boardFor } from './boardFor';
import { DecidedExemption } from './DecidedExemption';
import { ExemptionDialog } from './ExemptionDialog';
import { NewAnswer } from './NewAnswer';
import type { CheckOffers } from './offersOf';
import { OpenRequest } from './OpenRequest';
import { WithdrawAnswerDialog } from './WithdrawAnswerDialog';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(2),
    },
  }),
  { name: 'AutonomyOfferedActions' },
);

export interface OfferedActionsProps {
  check: CheckResult;
  evaluation: Evaluation;
  offers: CheckOffers;
  onDone: () => void;
}

/** What of the offers the reader may take, and for everybody what is under way. */
export function OfferedActions(props: OfferedActionsProps) {
  const { check, evaluation, offers, onDone } = props;
  const { answerId, decision, newAnswer, request } = offers;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { mayAttest, mayRequestExemption } = useOwnerRights(evaluation);
  const boardRef = boardFor(check.id, evaluation);
  const isAttesting = mayAttest && offers.attest;
  const isWithdrawing = mayAttest && answerId !== undefined;
  const isRequesting = mayRequestExemption && offers.exemption;
  const isOffered = isAttesting || isWithdrawing || isRequesting;
  if (!isOffered && !newAnswer && !request && !decision) return null;
  const { entityRef } = evaluation.entity;
  const about = { check: check.title };
  return (
    <ActionRow>
      {newAnswer && <NewAnswer answer={newAnswer} />}
      {decision && (
        <DecidedExemption
          decision={decision}
          check={check}
          evaluation={evaluation}
          boardRef={boardRef}
          onDone={onDone}
        />
      )}
      {request && (
        <OpenRequest
          request={request}
          check={check}
          boardRef={boardRef}
          mayWithdraw={mayRequestExemption}
          onDone={onDone}
        />
      )}
      {isOffered && (
        <div className={classes.buttons}>
          {isAttesting && (
            <ActionButton
              label={t('attestAction.label')}
              name={t('attestAction.name', about)}
              dialog={close => (
                <AttestDialog
                  check={check}
                  entityRef={entityRef}
                  onClose={close}
                  onDone={onDone}
                />
              )}
            />
          )}
          {isWithdrawing && (
            <ActionButton
              label={t('attestAction.withdraw')}
              name={t('attestAction.withdrawName', about)}
              dialog={close => (
                <WithdrawAnswerDialog
                  check={check}
                  answerId={answerId}
                  entityRef={entityRef}
                  onClose={close}
                  onDone={onDone}
                />
              )}
            />
          )}
          {isRequesting && (
            <ActionButton
              label={t('exemptionAction.label')}
              name={t('exemptionAction.name', about)}
              dialog={close => (
                <ExemptionDialog
                  check={check}
                  entityRef={entityRef}
                  boardRef={boardRef}
                  onClose={close}
                  onDone={onDone}
                />
              )}
            />
          )}
        </div>
      )}
    </ActionRow>
  );
}
