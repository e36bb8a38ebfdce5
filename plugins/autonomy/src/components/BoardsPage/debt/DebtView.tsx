import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { Answer } from '../Answer';
import { DebtTable } from './DebtTable';

/** How much of the domains of a board is exempt. */
export function DebtView({ boardRef }: { boardRef: string }) {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useAsyncRetry(() => api.getDebt(boardRef), [api, boardRef]);
  return (
    <Answer state={state} label={t('boardDebt.loading')}>
      {debts => (
        <PageSection title={t('boardDebt.title')}>
          <Typography variant="body2" paragraph>
            {t('boardDebt.meaning')}
          </Typography>
          {debts.length > 0 ? (
            <DebtTable debts={debts} />
          ) : (
            <Typography variant="body2">{t('boardDebt.none')}</Typography>
          )}
        </PageSection>
      )}
    </Answer>
  );
}
