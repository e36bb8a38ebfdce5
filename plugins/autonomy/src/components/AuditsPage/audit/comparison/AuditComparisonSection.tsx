import type {
  AuditRating,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../../translation';
import { EntityName } from '../../../actions/shared';
import { PageSection } from '../../../PageSection';
import { AgreementForm } from './AgreementForm';
import { ComparisonTable } from './ComparisonTable';

export interface AuditComparisonSectionProps {
  audit: RecordedAudit;
  onChanged: () => void;
}

/** Both ratings side by side; whoever is on the board records what was agreed on. */
export function AuditComparisonSection(props: AuditComparisonSectionProps) {
  const { audit, onChanged } = props;
  const { comparison = [] } = audit;
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (comparison.length === 0) return null;
  const notes = (
    <>
      <RatingNote side="team" rating={audit.team} />
      <RatingNote side="board" rating={audit.board} />
    </>
  );
  if (audit.may.agree) {
    return (
      <PageSection title={t('audit.agreeTitle')}>
        {notes}
        <AgreementForm
          audit={audit}
          comparison={comparison}
          onAgreed={onChanged}
        />
      </PageSection>
    );
  }
  return (
    <PageSection title={t('audit.comparison')}>
      {notes}
      {audit.state === 'comparing' && (
        <Typography variant="body2" role="status" paragraph>
          {t('audit.boardRecords')}
        </Typography>
      )}
      <ComparisonTable comparison={comparison} />
    </PageSection>
  );
}

function RatingNote(props: { side: 'team' | 'board'; rating?: AuditRating }) {
  const { rating, side } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!rating) return null;
  const who = <EntityName entityRef={rating.ratedBy} />;
  return (
    <Typography variant="body2" color="textSecondary">
      {rating.note
        ? t(`audit.noted.${side}`, { who, note: rating.note })
        : t(`audit.ratedBy.${side}`, { who })}
    </Typography>
  );
}
