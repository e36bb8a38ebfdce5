import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { useTabStyles } from './styles';

/** Says to those who cannot see it that what is shown has changed meanwhile. */
export function ChangeAnnouncement({ evaluatedAt }: { evaluatedAt: number }) {
  const classes = useTabStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [first] = useState(evaluatedAt);
  return (
    <div className={classes.spoken} role="status" aria-live="polite">
      {evaluatedAt !== first && t('tab.updated')}
    </div>
  );
}
