import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { useDetailsStyles } from '../../AutonomyDetails';

/** What the domain aims at: the rights are there for that. Nothing where it cannot be read. */
export function DomainObjectiveNote({ domainRef }: { domainRef: string }) {
  const api = useApi(autonomyApiRef);
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value } = useAsync(
    async () => ({ objective: await api.getObjective(domainRef) }),
    [api, domainRef],
  );
  if (!value) return null;
  const domain = <EntityName entityRef={domainRef} />;
  return (
    <p className={classes.text} role="note">
      {value.objective
        ? t('governanceTab.objective', {
            domain,
            objective: value.objective.statement,
          })
        : t('governanceTab.noObjective', { domain })}
    </p>
  );
}
