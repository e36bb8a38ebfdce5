import {
  autonomyAuditLogReadPermission,
  type AuditLogEntry,
  type Board,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../../actions/dialog';
import { PagedResult } from '../../PagedResult';
import { PageSection } from '../../PageSection';
import { Waiting } from '../../ScorecardsPage/Waiting';
import { StateMessage } from '../../StateMessage';
import { useAddressQuery } from '../../useAddressQuery';
import { usePages } from '../../usePages';
import { useBoardStyles } from '../styles';
import { nameOf } from '../words';
import { LogTable } from './LogTable';
import { CENTRAL_CHAIN, chainsOf, readLogQuery } from './logQuery';
import { VerifyLog } from './VerifyLog';

/** Decisions about the domains of a board as they were written down, for those who may read them. */
export function LogView({ board }: { board: Board }) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { allowed, error, loading } = usePermission({
    permission: autonomyAuditLogReadPermission,
  });
  if (loading) return <Waiting label={t('boardLog.loading')} />;
  if (!allowed && !error) {
    return (
      <StateMessage
        title={t('state.forbiddenTitle')}
        text={t('boardLog.forbidden')}
      />
    );
  }
  // Where the permission cannot be told, the backend decides.
  return <Log board={board} />;
}

function Log({ board }: { board: Board }) {
  const classes = useBoardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [query, change] = useAddressQuery(readLogQuery);
  const chains = chainsOf(board);
  const chain = chains.find(each => each === query.chain) ?? chains[0];
  const titleOf = (each: string) =>
    each === CENTRAL_CHAIN
      ? t('boardLog.central')
      : board.domains.find(({ domainRef }) => domainRef === each)?.title ??
        nameOf(each);
  return (
    <div className={classes.stack}>
      <PageSection
        title={t('boardLog.title')}
        actions={
          <ChoiceField
            label={t('boardLog.chain')}
            value={chain}
            onChange={chosen => change({ chain: chosen })}
            choices={chains.map(value => ({ value, label: titleOf(value) }))}
          />
        }
      >
        <Typography variant="body2" paragraph>
          {t('boardLog.meaning')}
        </Typography>
        <Entries key={chain} chain={chain} />
      </PageSection>
    </div>
  );
}

function Entries({ chain }: { chain: string }) {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) => api.listAuditLog({ chain, cursor }),
    [api, chain],
  );
  const pages = usePages<AuditLogEntry>(load);
  return (
    <>
      <VerifyLog chain={chain} />
      <PagedResult
        pages={pages}
        loading={t('boardLog.loading')}
        more={t('boardLog.more')}
        empty={
          <StateMessage
            title={t('boardLog.emptyTitle')}
            text={t('boardLog.emptyText')}
          />
        }
      >
        {items => <LogTable entries={items} />}
      </PagedResult>
    </>
  );
}
