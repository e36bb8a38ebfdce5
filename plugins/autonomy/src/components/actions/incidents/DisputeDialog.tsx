import type {
  Evaluation,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  autonomyReactTranslationRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  ChoiceField,
  useActed,
  useMistakes,
  WordsField,
} from '../dialog';
import { oneLine } from '../shared';
import { CauseField } from './CauseField';
import { DecisionNote } from './DecisionNote';
import {
  changeOf,
  lighterSeverities,
  undisputed,
  type DisputeDraft,
} from './disputeDraft';
import { IncidentIntroduction } from './IncidentIntroduction';

const CLASSES = ['none', 'legal', 'ethical', 'bypass'] as const;
const LONGEST_REASON = 1_000;

export interface DisputeDialogProps {
  incident: RecordedIncident;
  evaluation: Evaluation;
  /** The reader speaks for the board: theirs is the first vote, and where one is enough it takes effect. */
  decides: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Says that an incident counts as what it was not. */
export function DisputeDialog(props: DisputeDialogProps) {
  const { decides, evaluation, incident, onClose, onDone } = props;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const [draft, setDraft] = useState(() => undisputed(incident));
  const [typed, setReason] = useState('');
  const reason = oneLine(typed);
  const change = changeOf(draft, incident);
  const lacksComponent = draft.cause === 'other' && !draft.component;
  const isSame = !lacksComponent && Object.keys(change).length === 0;
  const mistakes = useMistakes({
    component: lacksComponent ? t('actionField.required') : undefined,
    reason: mistakeOfReason(),
  });
  const edit = (part: Partial<DisputeDraft>) => setDraft({ ...draft, ...part });

  function mistakeOfReason(): string | undefined {
    if (isSame) return t('incidentDispute.nothing');
    return reason === '' ? t('actionField.required') : undefined;
  }

  async function dispute() {
    const { proposals } = await api.changeIncident(incident, {
      ...change,
      reason,
    });
    // Only the answer tells how many votes the board needs.
    const waits = proposals.length > incident.proposals.length;
    acted(
      'dispute',
      evaluation.entity.entityRef,
      waits ? t('incidentDispute.done') : t('incidentDispute.decided'),
    );
    onDone();
  }
  return (
    <ActionDialog
      title={t('incidentDispute.title')}
      submit={
        decides ? t('incidentDispute.decide') : t('incidentDispute.submit')
      }
      onSubmit={() => (mistakes.pass() ? dispute() : undefined)}
      onClose={onClose}
    >
      <IncidentIntroduction
        incident={incident}
        text={t('incidentDispute.meaning')}
      />
      <CauseField
        incident={incident}
        draft={draft}
        onChange={edit}
        mistake={mistakes.shown.component}
      />
      <ChoiceField
        label={t('incidentField.class')}
        value={draft.class}
        onChange={chosen => edit({ class: chosen })}
        choices={classesFor(incident).map(value => ({
          value,
          label: t(`incidentClass.${value}`),
        }))}
      />
      <ChoiceField
        label={t('incidentField.severity')}
        value={draft.severity}
        onChange={severity => edit({ severity })}
        choices={lighterSeverities(incident).map(value => ({
          value,
          label: word(`consequence.${value}`),
        }))}
      />
      <WordsField
        label={t('incidentDispute.reason')}
        large
        required
        value={typed}
        onChange={setReason}
        longest={LONGEST_REASON}
        mistake={mistakes.shown.reason}
      />
      <DecisionNote
        decides={decides}
        entity={evaluation.entity}
        incident={incident}
      />
    </ActionDialog>
  );
}

/** A bypass is cleared by the board alone, not by saying that it was none. */
function classesFor({ class: present }: RecordedIncident) {
  return CLASSES.filter(each => present !== 'bypass' || each !== 'none');
}
