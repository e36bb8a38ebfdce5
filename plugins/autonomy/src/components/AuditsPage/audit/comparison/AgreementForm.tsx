import type {
  AuditComparison,
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
import {
  DateField,
  useActed,
  useReason,
  WordsField,
} from '../../../actions/dialog';
import { useSending } from '../../../actions/dialog/useSending';
import { daysAfter } from '../../../actions/shared';
import { LinkButton } from '../../../LinkButton';
import { AgreedRight } from './AgreedRight';
import { AgreementActions } from './AgreementActions';
import {
  agreementOf,
  draftOfComparison,
  isRight,
  mistakesIn,
  SOONEST_FOLLOW_UP,
  type AgreementDraft,
  type AgreementMistakes,
} from './agreementDraft';
import { ComparisonTable } from './ComparisonTable';

const NONE: AgreementMistakes = {
  areas: [],
  titles: [],
  days: [],
  followUp: false,
};

const useStyles = makeStyles(
  theme => ({
    form: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    submit: { justifySelf: 'start' },
  }),
  { name: 'AutonomyAgreementForm' },
);

export interface AgreementFormProps {
  audit: RecordedAudit;
  comparison: AuditComparison[];
  onAgreed: () => void;
}

/** Records what both sides agreed on, and what follows from it. */
export function AgreementForm(props: AgreementFormProps) {
  const { audit, comparison, onAgreed } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const classes = useStyles();
  const tones = useToneStyles();
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [draft, setDraft] = useState(() => draftOfComparison(comparison));
  const [tried, setTried] = useState(false);
  const summary = useReason();
  const found = mistakesIn(draft, now);
  const shown = tried ? found : NONE;
  const edit = (part: Partial<AgreementDraft>) =>
    setDraft({ ...draft, ...part });

  async function agree() {
    await api.agree(audit.id, agreementOf(draft, summary.value));
    acted('agree-audit', audit.entityRef, t('audit.agreedDone'));
  }
  const { failure, formRef, send, sending } = useSending(() => {
    setTried(true);
    return isRight(found) && !summary.mistake ? agree() : undefined;
  }, onAgreed);
  return (
    <form ref={formRef} className={classes.form} noValidate onSubmit={send}>
      <Typography variant="body2">{t('audit.agreeMeaning')}</Typography>
      <ComparisonTable
        comparison={comparison}
        agreedIn={({ area, title }) => (
          <AgreedRight
            label={t('audit.agreedIn', { area: title })}
            value={draft.agreed[area]}
            onChange={right =>
              edit({ agreed: { ...draft.agreed, [area]: right } })
            }
            mistake={
              shown.areas.includes(area) ? t('actionField.required') : undefined
            }
          />
        )}
      />
      <AgreementActions
        comparison={comparison}
        actions={draft.actions}
        onChange={actions => edit({ actions })}
        mistakes={shown}
      />
      <WordsField
        {...summary.field}
        label={t('audit.summary')}
        help={t('audit.summaryHelp')}
        mistake={tried ? summary.mistake : undefined}
      />
      <DateField
        label={t('audit.followUpOn')}
        help={t('audit.followUpHelp')}
        value={draft.followUpOn}
        first={daysAfter(now, SOONEST_FOLLOW_UP)}
        onChange={followUpOn => edit({ followUpOn })}
        mistake={shown.followUp ? t('audit.followUpMistake') : undefined}
      />
      {failure && (
        <Typography variant="body2" role="alert" className={tones.bad}>
          {failure.message}{' '}
          {failure.isConflict && (
            <LinkButton onClick={onAgreed}>{t('actions.reload')}</LinkButton>
          )}
        </Typography>
      )}
      <Button
        type="submit"
        color="primary"
        variant="contained"
        className={classes.submit}
        disabled={sending}
      >
        {t('audit.agree')}
      </Button>
    </form>
  );
}
