import type { PolicyDraft } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { Concern } from '../../Concern';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const EVERY = 10 * SECOND;

export interface SaveStateProps {
  isDirty: boolean;
  saved: PolicyDraft;
}

/** Whether everything is saved, by whom and how long ago. */
export function SaveState({ isDirty, saved }: SaveStateProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const when = useAge(saved.updatedAt);
  return (
    <Typography variant="body2" component="div">
      {isDirty ? (
        <Concern>{t('editor.unsaved')}</Concern>
      ) : (
        t('editor.saved', {
          when,
          who: <EntityName entityRef={saved.updatedBy} />,
        })
      )}
    </Typography>
  );
}

/** How long ago an instant is, kept current; in seconds while it is fresh. */
function useAge(instant: number): string {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), EVERY);
  const age = Math.max(0, now - instant);
  return age < MINUTE
    ? t('editor.secondsAgo', { seconds: String(Math.floor(age / SECOND)) })
    : format.relative(instant, instant + age);
}
