import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed, useMistakes, WordsField } from '../dialog';
import { BoardName, daysAfter, oneLine, startOfDay } from '../shared';
import { CheckIntroduction } from './CheckIntroduction';
import { ExemptionEnd, useExemptionEnd } from './ExemptionEnd';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 1_000;
const USUAL_DAYS = 30;

export interface ExemptionDialogProps {
  check: CheckResult;
  entityRef: string;
  /** The board that decides; absent for the central one. */
  boardRef?: string;
  onClose: () => void;
  onDone: () => void;
}

/** Asks the board for an exception for a time. */
export function ExemptionDialog(props: ExemptionDialogProps) {
  const { boardRef, check, entityRef, onClose, onDone } = props;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [until, setUntil] = useState(daysAfter(now, USUAL_DAYS));
  const [typed, setReason] = useState('');
  const reason = oneLine(typed);
  const end = useExemptionEnd(now);
  const mistakes = useMistakes({
    reason:
      reason.length < SHORTEST_REASON
        ? t('exemptionAction.reasonShort', { least: String(SHORTEST_REASON) })
        : undefined,
    until: end.mistakeOf(until),
  });

  async function request() {
    await api.requestExemption({
      entityRef,
      checkId: check.id,
      reason,
      expiresAt: startOfDay(until)!,
    });
    acted('request-exemption', entityRef, t('exemptionAction.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('exemptionAction.title')}
      submit={t('exemptionAction.submit')}
      onSubmit={() => (mistakes.pass() ? request() : undefined)}
      onClose={onClose}
    >
      <CheckIntroduction check={check} text={t('exemptionAction.meaning')} />
      <WordsField
        label={t('exemptionAction.reason')}
        large
        required
        value={typed}
        onChange={setReason}
        longest={LONGEST_REASON}
        help={t('exemptionAction.reasonHelp')}
        mistake={mistakes.shown.reason}
      />
      <ExemptionEnd
        now={now}
        longest={end.longest}
        value={until}
        onChange={setUntil}
        mistake={mistakes.shown.until}
      />
      <Typography variant="body2" role="note">
        {t('exemptionAction.noEffect', {
          board: <BoardName boardRef={boardRef} />,
        })}
      </Typography>
    </ActionDialog>
  );
}
