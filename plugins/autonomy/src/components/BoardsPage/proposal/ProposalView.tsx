import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { useBoardStyles } from '../styles';
import { ContentDetails } from './ContentDetails';
import { EvidenceTable } from './EvidenceTable';
import { Outcome } from './Outcome';
import { ProposalHeader } from './ProposalHeader';
import { VoteForm } from './VoteForm';
import { VotesList } from './VotesList';

export interface ProposalViewProps {
  proposal: Proposal;
  onChanged: () => void;
}

/** Everything about one proposal: what it is, what the board saw, who voted how and what became of it. */
export function ProposalView({ onChanged, proposal }: ProposalViewProps) {
  const { evidence, openedAt, reason, state } = proposal;
  const classes = useBoardStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.stack}>
      <ProposalHeader proposal={proposal} onChanged={onChanged} />
      {state !== 'open' && (
        <PageSection title={t('boardProposal.outcome')}>
          <Outcome proposal={proposal} />
        </PageSection>
      )}
      <PageSection title={t('boardProposal.what')}>
        <ContentDetails proposal={proposal} />
        {reason && (
          <Typography variant="body2" style={{ overflowWrap: 'anywhere' }}>
            {t('boardProposal.reason')}: {reason}
          </Typography>
        )}
      </PageSection>
      <PageSection title={t('boardProposal.evidence')}>
        <Typography variant="body2" color="textSecondary">
          {t('boardProposal.evidenceMeaning', {
            date: format.dateTime(openedAt),
          })}
        </Typography>
        <EvidenceTable evidence={evidence} entityRef={proposal.entityRef} />
      </PageSection>
      <PageSection title={t('boardProposal.votes')}>
        <VotesList proposal={proposal} />
      </PageSection>
      {state === 'open' && (
        <PageSection title={t('boardVote.heading')}>
          <VoteForm proposal={proposal} onVoted={onChanged} />
        </PageSection>
      )}
    </div>
  );
}
