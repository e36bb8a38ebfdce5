import type {
  Evaluation,
  IncidentProposal,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { useGovernancePaths } from '../../useGovernancePaths';
import { EntityName } from '../shared';
import { useProposalWords } from './useProposalWords';

const SOURCE = 'source:';

const useStyles = makeStyles(
  {
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      overflowWrap: 'anywhere',
    },
  },
  { name: 'AutonomyPendingProposals' },
);

export interface PendingProposalsProps {
  proposals: IncidentProposal[];
  evaluation: Evaluation;
}

/** What somebody wants to be otherwise about an incident and nobody has decided. */
export function PendingProposals(props: PendingProposalsProps) {
  const { evaluation, proposals } = props;
  const classes = useStyles();
  const format = useFormatters();
  const paths = useGovernancePaths();
  const describe = useProposalWords(evaluation);
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (proposals.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('incidentDispute.pending')}>
      {proposals.map(proposal => (
        <li key={proposal.id}>
          {t('incidentDispute.proposal', {
            field: t(`incidentField.${proposal.field}`),
            value: describe(proposal),
            who: <Proposer proposedBy={proposal.proposedBy} />,
            date: format.date(proposal.proposedAt),
          })}
          {proposal.reason &&
            ` ${t('incidentDispute.because', { reason: proposal.reason })}`}
          {proposal.proposalId !== undefined && (
            <>
              {' '}
              <Link to={paths.proposal(proposal.proposalId)}>
                {t('incidentDispute.see')}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Sources sign with their name. */
function Proposer({ proposedBy }: { proposedBy: string }) {
  return proposedBy.startsWith(SOURCE) ? (
    <>{proposedBy.slice(SOURCE.length)}</>
  ) : (
    <EntityName entityRef={proposedBy} />
  );
}
