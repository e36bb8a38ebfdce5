import type {
  PolicyDocumentKey,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  ChoiceField,
  useMistakes,
  WordsField,
} from '../../actions/dialog';
import { useDocumentWords } from '../../PolicyOrigin';
import { nameOf, newScorecardText } from './newTexts';
import { useBeginDraft } from './useBeginDraft';
import { useNameMistake } from './useNameMistake';

const ROLES: ScorecardRole[] = [
  'guardrails',
  'readiness',
  'levels',
  'accountability',
];

export interface NewDocumentDialogProps {
  /** Those that exist. */
  documents: PolicyDocumentKey[];
  onClose: () => void;
}

/** Asks what a new scorecard is called and for, and begins its draft. */
export function NewScorecardDialog(props: NewDocumentDialogProps) {
  const { documents, onClose } = props;
  const begin = useBeginDraft();
  const words = useDocumentWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [title, setTitle] = useState('');
  const [ownName, setOwnName] = useState<string>();
  const [role, setRole] = useState<ScorecardRole>('guardrails');
  const name = ownName ?? nameOf(title);
  const mistakeOf = useNameMistake(documents);
  const mistakes = useMistakes({
    title: title.trim() === '' ? t('beginPolicy.required') : undefined,
    name: mistakeOf({ kind: 'scorecard', name }),
  });

  function send() {
    const firstCheck = {
      title: t('beginPolicy.firstCheck'),
      risk: t('beginPolicy.firstRisk'),
    };
    const yaml = newScorecardText({
      ...{ name, role, firstCheck },
      title: title.trim(),
    });
    return begin({ yaml });
  }
  return (
    <ActionDialog
      title={t('beginPolicy.scorecard')}
      submit={t('beginPolicy.begin')}
      onSubmit={() => (mistakes.pass() ? send() : undefined)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('beginPolicy.scorecardText')}</Typography>
      <WordsField
        required
        label={t('beginPolicy.title')}
        longest={200}
        value={title}
        mistake={mistakes.shown.title}
        onChange={setTitle}
      />
      <WordsField
        required
        label={t('beginPolicy.name')}
        help={t('beginPolicy.nameHelp')}
        longest={63}
        value={name}
        mistake={mistakes.shown.name}
        onChange={setOwnName}
      />
      <ChoiceField
        label={t('beginPolicy.role')}
        value={role}
        onChange={setRole}
        choices={ROLES.map(value => ({ value, label: words.role(value) }))}
      />
    </ActionDialog>
  );
}
