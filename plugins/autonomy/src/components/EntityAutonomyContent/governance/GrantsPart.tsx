import type {
  Evaluation,
  RecordedGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton } from '../../actions/dialog';
import { GrantDialog } from '../../actions/grants';
import type { GovernanceRights } from '../../actions/rights';
import { usePages } from '../../usePages';
import { GovernanceSection } from './GovernanceSection';
import { GrantRow } from './GrantRow';

export interface GovernancePartProps {
  evaluation: Evaluation;
  rights: GovernanceRights;
  /** Something was done that may change the evaluation. */
  onChanged: () => void;
}

/** What was granted and asked for, and the way to ask. */
export function GrantsPart(props: GovernancePartProps) {
  const { evaluation, onChanged, rights } = props;
  const { entityRef } = evaluation.entity;
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) => api.listGrants({ entity: [entityRef], cursor }),
    [api, entityRef],
  );
  const pages = usePages<RecordedGrant>(load);
  const title = t('grants.title');
  const titleOf = (area: string) =>
    evaluation.rights.find(right => right.area === area)?.title ?? area;
  function done() {
    pages.retry();
    onChanged();
  }
  return (
    <GovernanceSection
      title={title}
      pages={pages}
      loading={t('grants.loading')}
      none={t('grants.none')}
      row={grant => (
        <GrantRow
          key={grant.id}
          grant={grant}
          areaTitle={titleOf(grant.area)}
          onDone={done}
        />
      )}
    >
      {rights.mayPropose && (
        <ActionButton
          label={t('grants.propose')}
          name={t('grants.propose')}
          dialog={close => (
            <GrantDialog
              evaluation={evaluation}
              as={rights}
              onClose={close}
              onDone={done}
            />
          )}
        />
      )}
    </GovernanceSection>
  );
}
