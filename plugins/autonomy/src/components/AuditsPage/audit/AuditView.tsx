import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { Waiting } from '../../ScorecardsPage/Waiting';
import { StateMessage } from '../../StateMessage';
import { AuditHeader } from './AuditHeader';
import { AuditComparisonSection } from './comparison/AuditComparisonSection';
import { NextAudit } from './NextAudit';
import { OwnRating } from './rating/OwnRating';
import { RatingForm } from './rating/RatingForm';
import { AuditResult } from './result/AuditResult';
import { useAuditAreas } from './useAuditAreas';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'AutonomyAuditView' },
);

export interface AuditViewProps {
  audit: RecordedAudit;
  /** Something was done, or somebody else was quicker. */
  onChanged: () => void;
}

/** One audit: first each side by itself, then both side by side, then what they agreed on. */
export function AuditView(props: AuditViewProps) {
  const { audit } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <AuditHeader audit={audit} />
      <AuditBody {...props} />
      {!audit.may.rate && <NextAudit after={audit.id} />}
    </div>
  );
}

function AuditBody({ audit, onChanged }: AuditViewProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { areas, evaluation, loading } = useAuditAreas(audit);
  if (audit.state === 'lapsed') {
    return (
      <PageSection title={t('audits.state.lapsed')}>
        <StateMessage
          title={t('audit.lapsedTitle')}
          text={t('audit.lapsedText')}
        />
      </PageSection>
    );
  }
  if (loading || areas.length === 0) {
    return <Waiting label={t('audit.loading')} />;
  }
  if (audit.state === 'rating') {
    return audit.may.rate ? (
      <RatingForm
        audit={audit}
        side={audit.may.rate}
        areas={areas}
        onRated={onChanged}
      />
    ) : (
      <OwnRating audit={audit} areas={areas} />
    );
  }
  return (
    <>
      {audit.state === 'agreed' && (
        <AuditResult
          audit={audit}
          areas={areas}
          evaluation={evaluation}
          onChanged={onChanged}
        />
      )}
      <AuditComparisonSection audit={audit} onChanged={onChanged} />
    </>
  );
}
