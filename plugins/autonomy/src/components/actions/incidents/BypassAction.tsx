import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { useGovernancePaths } from '../../useGovernancePaths';
import { ActionButton } from '../dialog';
import { BypassDialog } from './BypassDialog';

const MOST = 200;

export interface BypassActionProps {
  incident: RecordedIncident;
  /** Whether the reader is of the board, which may also hold it against the team for longer. */
  decides: boolean;
  mayAsk: boolean;
}

/** What the board was asked about a bypass, or the way to ask it: only the board clears one. */
export function BypassAction(props: BypassActionProps) {
  const { decides, incident, mayAsk } = props;
  const { entityRef, id, source, title } = incident;
  const api = useApi(autonomyGovernanceApiRef);
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { retry, value } = useAsyncRetry(async () => {
    const { items } = await api.listProposals({
      entity: [entityRef],
      matter: ['bypass'],
      state: ['open'],
      limit: MOST,
    });
    return {
      open: items.find(
        ({ content }) =>
          content.matter === 'bypass' &&
          content.source === source &&
          content.incidentId === id,
      ),
    };
  }, [api, entityRef, id, source]);
  if (value?.open) {
    return (
      <div>
        {t('bypassAction.open')}{' '}
        <Link to={paths.proposal(value.open.id)}>{t('bypassAction.see')}</Link>
      </div>
    );
  }
  // Where it cannot be told the backend refuses a second one.
  return mayAsk ? (
    <ActionButton
      label={t('bypassAction.label')}
      name={t('bypassAction.name', { incident: `${title} · ${id}` })}
      dialog={close => (
        <BypassDialog
          incident={incident}
          decides={decides}
          onClose={close}
          onDone={retry}
        />
      )}
    />
  ) : null;
}
