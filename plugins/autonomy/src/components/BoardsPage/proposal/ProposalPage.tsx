import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useParams } from 'react-router-dom';
import { autonomyTranslationRef } from '../../../translation';
import { StateMessage } from '../../StateMessage';
import { Waiting } from '../../ScorecardsPage/Waiting';
import { Answer } from '../Answer';
import { useBoardPaths } from '../useBoardPaths';
import { ProposalView } from './ProposalView';

/** The proposal that the address names. */
export default function ProposalPage() {
  const { id = '' } = useParams();
  const api = useApi(autonomyGovernanceApiRef);
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useAsyncRetry(
    async () => ({ id, proposal: await api.getProposal(id) }),
    [api, id],
  );
  return (
    <Answer state={state} label={t('boardProposal.loading')}>
      {value => {
        // Another proposal is not shown under this one's address.
        if (value.id !== id) {
          return <Waiting label={t('boardProposal.loading')} />;
        }
        return value.proposal ? (
          <ProposalView proposal={value.proposal} onChanged={state.retry} />
        ) : (
          <StateMessage
            title={t('boardProposal.absentTitle')}
            text={t('boardProposal.absentText')}
            action={<Link to={paths.boards}>{t('boardProposal.boards')}</Link>}
          />
        );
      }}
    </Answer>
  );
}
