import type { Objective } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed, useMistakes } from '../../actions/dialog';
import { draftOf, mistakesOf, objectiveOf } from './objectiveDraft';
import { ObjectiveFields } from './ObjectiveFields';
import { useMistakeWords } from './useMistakeWords';

export interface ObjectiveDialogProps {
  domain: Entity;
  /** The one in force. */
  objective?: Objective;
  onClose: () => void;
  onDone: () => void;
}

/** Sets the objective of a domain, or changes it. */
export function ObjectiveDialog(props: ObjectiveDialogProps) {
  const { domain, objective, onClose, onDone } = props;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [draft, setDraft] = useState(() => draftOf(objective));
  const wordsOf = useMistakeWords();
  const mistakes = useMistakes(wordsOf(mistakesOf(draft, now)));

  async function set() {
    const domainRef = stringifyEntityRef(domain);
    await api.setObjective(domainRef, objectiveOf(draft, objective, now));
    acted('set-objective', domainRef, t('objectiveForm.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('objectiveForm.title', {
        domain: defaultEntityPresentation(domain).primaryTitle,
      })}
      submit={t('objectiveForm.save')}
      onSubmit={() => (mistakes.pass() ? set() : undefined)}
      onClose={onClose}
    >
      <ObjectiveFields
        now={now}
        draft={draft}
        mistakes={mistakes.shown}
        onChange={setDraft}
      />
    </ActionDialog>
  );
}
