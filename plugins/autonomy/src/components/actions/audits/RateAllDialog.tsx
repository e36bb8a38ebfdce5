import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed, WordsField } from '../dialog';
import { oneLine } from '../shared';

const LONGEST_NOTE = 1_000;

export interface RateAllDialogProps {
  audits: RecordedAudit[];
  onClose: () => void;
  /** Some of them, or all, were rated. */
  onRated: () => void;
}

function nameOf({ entityRef, entityTitle }: RecordedAudit): string {
  return entityTitle ?? defaultEntityPresentation(entityRef).primaryTitle;
}

/** Rates every area of several audits as recommended. Those that it is refused for stay. */
export function RateAllDialog(props: RateAllDialogProps) {
  const { onClose, onRated } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  // The list behind the dialog changes as soon as something was rated.
  const [left, setLeft] = useState(props.audits);
  const [note, setNote] = useState('');

  async function rate() {
    const { results } = await api.rateAllAsRecommended(
      left.map(({ id }) => id),
      oneLine(note) || undefined,
    );
    const reasons = new Map(
      results.flatMap(result =>
        result.status === 'refused' ? [[result.id, result.error]] : [],
      ),
    );
    const accepted = results.length - reasons.size;
    if (accepted > 0) {
      acted(
        'rate-audit',
        'audits',
        t('auditRateAll.done', { count: accepted }),
      );
      onRated();
    }
    if (reasons.size === 0) return;
    const refused = left.filter(({ id }) => reasons.has(id));
    setLeft(refused);
    throw new Error(
      t('auditRateAll.refused', {
        accepted: format.number(accepted),
        refused: refused
          .map(audit =>
            t('auditRateAll.refusedOne', {
              entity: nameOf(audit),
              reason: reasons.get(audit.id) ?? '',
            }),
          )
          .join('; '),
      }),
    );
  }
  return (
    <ActionDialog
      title={t('auditRateAll.title', { count: left.length })}
      submit={t('auditRating.asRecommended')}
      onSubmit={rate}
      onClose={onClose}
    >
      <Typography variant="body2">{t('auditRateAll.text')}</Typography>
      <ul aria-label={t('auditRateAll.about')} style={{ margin: 0 }}>
        {left.map(audit => (
          <Typography key={audit.id} variant="body2" component="li">
            {nameOf(audit)}
          </Typography>
        ))}
      </ul>
      <WordsField
        label={t('auditRating.note')}
        help={t('auditRating.noteHelp')}
        large
        value={note}
        onChange={setNote}
        longest={LONGEST_NOTE}
      />
    </ActionDialog>
  );
}
