import type {
  CheckResult,
  NewAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  DateField,
  useActed,
  useMistakes,
  WordsField,
} from '../dialog';
import {
  daysAfter,
  isDayWithin,
  isHttpUrl,
  oneLine,
  startOfDay,
} from '../shared';
import { AnswerField } from './AnswerField';
import { CheckIntroduction } from './CheckIntroduction';

const USUAL_DAYS = 90;
const MOST_DAYS = 365;
const LONGEST_URL = 2_000;
const LONGEST_NOTE = 500;

export interface AttestDialogProps {
  check: CheckResult;
  entityRef: string;
  onClose: () => void;
  onDone: () => void;
}

/** The owners' yes or no to what no machine answers. */
export function AttestDialog(props: AttestDialogProps) {
  const { check, entityRef, onClose, onDone } = props;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [first, last] = [daysAfter(now, 1), daysAfter(now, MOST_DAYS)];
  const [answer, setAnswer] = useState<NewAttestation['answer']>('yes');
  const [evidence, setEvidence] = useState(
    check.attestation?.evidenceUrl ?? '',
  );
  const [until, setUntil] = useState(daysAfter(now, USUAL_DAYS));
  const [note, setNote] = useState('');
  const url = evidence.trim();
  const mistakes = useMistakes({
    evidence: mistakeOfEvidence(),
    until: isDayWithin(until, first, last)
      ? undefined
      : t('actionField.daysAhead', { duration: format.duration(days(365)) }),
  });

  function mistakeOfEvidence(): string | undefined {
    if (url === '') {
      return answer === 'yes' ? t('attestAction.evidenceMissing') : undefined;
    }
    return isHttpUrl(url) ? undefined : t('actionField.url');
  }

  async function attest() {
    const { results } = await api.attest([
      {
        entityRef,
        checkId: check.id,
        answer,
        evidenceUrl: url || undefined,
        expiresAt: startOfDay(until)!,
        note: oneLine(note) || undefined,
      },
    ]);
    const refusal = results.find(({ error }) => error)?.error;
    if (refusal) throw new Error(refusal.message);
    acted('attest', entityRef, t('attestAction.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('attestAction.title')}
      submit={t('attestAction.submit')}
      onSubmit={() => (mistakes.pass() ? attest() : undefined)}
      onClose={onClose}
    >
      <CheckIntroduction check={check} text={t('attestAction.meaning')} />
      <AnswerField value={answer} onChange={setAnswer} />
      <WordsField
        label={t('attestAction.evidence')}
        type="url"
        value={evidence}
        onChange={setEvidence}
        longest={LONGEST_URL}
        required={answer === 'yes'}
        help={t('attestAction.evidenceHelp')}
        mistake={mistakes.shown.evidence}
      />
      <DateField
        label={t('actionField.until')}
        value={until}
        onChange={setUntil}
        first={first}
        last={last}
        required
        help={t('attestAction.untilHelp')}
        mistake={mistakes.shown.until}
      />
      <WordsField
        label={t('attestAction.note')}
        value={note}
        onChange={setNote}
        longest={LONGEST_NOTE}
      />
    </ActionDialog>
  );
}

function days(count: number): number {
  return count * 86_400_000;
}
