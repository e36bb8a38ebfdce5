import type {
  DecisionRight,
  Evaluation,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ExemptionEnd } from '../checks/ExemptionEnd';
import {
  ActionDialog,
  ChoiceField,
  useActed,
  useMistakes,
  useReason,
  WordsField,
} from '../dialog';
import { RightChoice } from '../governance/RightChoice';
import type { GovernanceRights } from '../rights';
import { BoardName } from '../shared';
import { GrantNotes } from './GrantNotes';
import { TrialFields } from './TrialFields';
import { useGrantEnd } from './useGrantEnd';

export interface GrantDialogProps {
  evaluation: Evaluation;
  /** Owners ask, in any area; a member of a board moves it where that board decides. */
  as: Pick<GovernanceRights, 'isOwner' | 'isBoard' | 'isCentral'>;
  area?: string;
  right?: DecisionRight;
  trial?: boolean;
  reason?: string;
  /** The audit whose disagreement it answers. */
  auditId?: string;
  onClose: () => void;
  onDone: () => void;
}

/** Asks the board for a right of its own in an area, or moves one as a member of the board. */
export function GrantDialog(props: GrantDialogProps) {
  const { as, auditId, evaluation, onClose, onDone } = props;
  const { entity } = evaluation;
  const moves = !as.isOwner;
  const rights = evaluation.rights.filter(
    ({ ownedBy }) =>
      as.isOwner || (ownedBy === 'central' ? as.isCentral : as.isBoard),
  );
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [area, setArea] = useState(
    rights.find(item => item.area === props.area)?.area ??
      rights[0]?.area ??
      '',
  );
  const standing = rights.find(item => item.area === area);
  const [chosen, setRight] = useState(props.right);
  const next = Math.min(5, (standing?.recommended ?? 1) + 1) as DecisionRight;
  const right = chosen ?? next;
  const [failsFrom, setFailsFrom] = useState<Severity | undefined>(
    props.trial ? 'medium' : undefined,
  );
  const reason = useReason(props.reason);
  const lifts = standing === undefined || right > standing.recommended;
  const end = useGrantEnd(now, lifts);
  const mistakes = useMistakes({
    reason: reason.mistake,
    end: end.mistake,
    right: right === standing?.recommended ? t('grantForm.same') : undefined,
  });
  const isCentral = standing?.ownedBy === 'central';

  async function propose() {
    await api.proposeGrant({
      entityRef: entity.entityRef,
      area,
      right,
      reason: reason.value,
      expiresAt: end.value!,
      trial: lifts && failsFrom ? { failsFrom } : undefined,
      auditId,
    });
    acted(
      'propose-grant',
      entity.entityRef,
      moves ? t('grantForm.moved') : t('grantForm.done'),
    );
    onDone();
  }
  return (
    <ActionDialog
      title={moves ? t('grantForm.moveTitle') : t('grantForm.title')}
      submit={moves ? t('grantForm.move') : t('grantForm.submit')}
      onSubmit={() => (mistakes.pass() ? propose() : undefined)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('grantForm.meaning')}</Typography>
      <ChoiceField
        label={t('grantForm.area')}
        value={area}
        onChange={setArea}
        choices={rights.map(item => ({ value: item.area, label: item.title }))}
      />
      <RightChoice
        label={t('grantForm.right')}
        value={right}
        onChange={setRight}
        mistake={mistakes.shown.right}
      />
      {standing && <GrantNotes right={standing} wanted={right} />}
      <ExemptionEnd {...end.field} mistake={mistakes.shown.end} />
      {lifts && <TrialFields value={failsFrom} onChange={setFailsFrom} />}
      <WordsField
        {...reason.field}
        label={t('grantForm.reason')}
        help={t('grantForm.reasonHelp')}
        mistake={mistakes.shown.reason}
      />
      <Typography variant="body2" role="note">
        {t(moves ? 'grantForm.moveNote' : 'grantForm.note', {
          board: (
            <BoardName boardRef={isCentral ? undefined : entity.boardRef} />
          ),
        })}
      </Typography>
    </ActionDialog>
  );
}
