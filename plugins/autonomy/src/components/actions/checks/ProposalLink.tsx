import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useGovernancePaths } from '../../useGovernancePaths';

/** The way to what the board decides or decided on; nothing where no board was asked. */
export function ProposalLink({ proposalId }: { proposalId?: string }) {
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return proposalId === undefined ? null : (
    <Link to={paths.proposal(proposalId)}>{t('exemptionDecision.see')}</Link>
  );
}
