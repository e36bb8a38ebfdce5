import type {
  AuditSide,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useToneStyles,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../../translation';
import { useActed, WordsField } from '../../../actions/dialog';
import { useSending } from '../../../actions/dialog/useSending';
import { oneLine } from '../../../actions/shared';
import { LinkButton } from '../../../LinkButton';
import { PageSection } from '../../../PageSection';
import type { AuditArea } from '../useAuditAreas';
import { asRecommended, missingIn, wholeOf, type Ratings } from './ratings';
import { RatingTable } from './RatingTable';

const LONGEST_NOTE = 1_000;

const useStyles = makeStyles(
  theme => ({
    form: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'AutonomyRatingForm' },
);

export interface RatingFormProps {
  audit: RecordedAudit;
  /** For which the reader rates. */
  side: AuditSide;
  areas: AuditArea[];
  onRated: () => void;
}

/** Rates every area for one side; the other one sees it once it has rated too. */
export function RatingForm(props: RatingFormProps) {
  const { areas, audit, onRated, side } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const classes = useStyles();
  const tones = useToneStyles();
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [ratings, setRatings] = useState<Ratings>({});
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = missingIn(areas, ratings);
  const knowsAll = areas.every(({ recommended }) => recommended !== undefined);

  async function rate() {
    await api.rate(audit.id, {
      ratings: wholeOf(areas, ratings),
      note: oneLine(note) || undefined,
    });
    acted('rate-audit', audit.entityRef, t('auditRating.done'));
  }
  const { failure, formRef, send, sending } = useSending(() => {
    setTried(true);
    return missing.length === 0 ? rate() : undefined;
  }, onRated);
  return (
    <PageSection
      title={t(`auditRating.title.${side}`)}
      actions={
        knowsAll && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => setRatings(asRecommended(areas))}
          >
            {t('auditRating.asRecommended')}
          </Button>
        )
      }
    >
      <form ref={formRef} className={classes.form} noValidate onSubmit={send}>
        <Typography variant="body2">{t('auditRating.meaning')}</Typography>
        <RatingTable
          areas={areas}
          ratings={ratings}
          marked={tried}
          onRate={(area, right) => setRatings({ ...ratings, [area]: right })}
        />
        <WordsField
          label={t('auditRating.note')}
          help={t('auditRating.noteHelp')}
          large
          value={note}
          onChange={setNote}
          longest={LONGEST_NOTE}
        />
        {tried && missing.length > 0 && (
          <Typography variant="body2" role="alert" className={tones.bad}>
            {t('auditRating.missing', { count: missing.length })}
          </Typography>
        )}
        {failure && (
          <Typography variant="body2" role="alert" className={tones.bad}>
            {failure.message}{' '}
            {failure.isConflict && (
              <LinkButton onClick={onRated}>{t('actions.reload')}</LinkButton>
            )}
          </Typography>
        )}
        <div className={classes.buttons}>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={sending}
          >
            {t('auditRating.submit')}
          </Button>
        </div>
      </form>
    </PageSection>
  );
}
