import type { PolicyDraft } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyPolicyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import {
  toastApiRef,
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useRef, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useMistakes, WordsField } from '../../actions/dialog';
import { Concern } from '../../Concern';
import { PolicyChanges } from '../../PolicyChanges';
import { isAhead, nextWeek, utcInstant } from './publishDate';
import { SimulationNote } from './SimulationNote';
import { useNewestSimulation } from './useNewestSimulation';
import { WhenField, type PublishWhen } from './WhenField';

const LONGEST_NOTE = 500;
const SHOWN_FOR = 6_000;

export interface PublishDialogProps {
  /** As it is saved. */
  draft: PolicyDraft;
  title: string;
  onPublished: () => void;
  onClose: () => void;
}

/** Publishes a draft with a note, at once or from some time on. */
export function PublishDialog(props: PublishDialogProps) {
  const { draft, onClose, onPublished, title } = props;
  const api = useApi(autonomyPolicyApiRef);
  const toasts = useApi(toastApiRef);
  const analytics = useAnalytics();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const isPublished = useRef(false);
  const [note, setNote] = useState('');
  const [when, setWhen] = useState<PublishWhen>('at-once');
  const [date, setDate] = useState(() => nextWeek(now));
  const newest = useNewestSimulation(draft);
  const effectiveFrom = when === 'later' ? utcInstant(date) : undefined;
  const mistakes = useMistakes({
    note: note.trim() === '' ? t('actionField.required') : undefined,
    date:
      when === 'later' && !isAhead(effectiveFrom, Date.now())
        ? t('publish.dateMistake')
        : undefined,
  });

  function submit() {
    return mistakes.pass() ? publish() : undefined;
  }

  async function publish() {
    await api.publishDraft(draft.id, {
      revision: draft.revision,
      note: note.trim(),
      effectiveFrom,
      simulationId: newest.simulation?.id,
    });
    analytics.captureEvent('publish', draft.name);
    toasts.post({
      title:
        effectiveFrom === undefined
          ? t('publish.done', { title })
          : t('publish.announced', {
              title,
              date: format.dateTime(effectiveFrom),
            }),
      status: 'success',
      timeout: SHOWN_FOR,
    });
    isPublished.current = true;
  }

  return (
    <ActionDialog
      title={t('publish.title', { title })}
      submit={t(when === 'later' ? 'publish.announce' : 'publish.submit')}
      onSubmit={submit}
      // The dialog closes once it has sent: from then on there is no draft to go back to.
      onClose={() => (isPublished.current ? onPublished() : onClose())}
    >
      {draft.isOutdated && (
        <Typography variant="body2" component="div">
          <Concern>{t('editor.outdated')}</Concern>
        </Typography>
      )}
      <div>
        <Typography variant="body2" component="h3" gutterBottom>
          <strong>{t('verdict.changes')}</strong>
        </Typography>
        <PolicyChanges changes={draft.verdict.changes} />
      </div>
      <SimulationNote {...newest} />
      <WhenField
        when={when}
        onWhen={setWhen}
        date={date}
        onDate={setDate}
        mistake={mistakes.shown.date}
      />
      <WordsField
        label={t('publish.note')}
        help={t('publish.noteHelp')}
        mistake={mistakes.shown.note}
        value={note}
        onChange={setNote}
        longest={LONGEST_NOTE}
        required
        large
      />
    </ActionDialog>
  );
}
