import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { Answer } from '../Answer';
import { useRollUpStyles } from '../styles';
import { ObjectiveText } from './ObjectiveText';
import { SetObjective } from './SetObjective';

export interface DomainObjectiveProps {
  domainRef: string;
  /** On its own page, where its board may set it. */
  domain?: Entity;
}

/** What a domain aims at. */
export function DomainObjective({ domainRef, domain }: DomainObjectiveProps) {
  const classes = useRollUpStyles();
  const api = useApi(autonomyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useAsyncRetry(
    async () => ({ objective: await api.getObjective(domainRef) }),
    [api, domainRef],
  );
  return (
    <Answer state={state} lines={4}>
      {({ objective }) => (
        <>
          {!domain && (
            <p className={classes.muted}>
              {t('objective.ofDomain')}{' '}
              <EntityRefLink entityRef={domainRef} hideIcon />
            </p>
          )}
          {objective ? (
            <ObjectiveText objective={objective} />
          ) : (
            <p className={classes.muted}>{t('objective.missing')}</p>
          )}
          {domain && (
            <SetObjective
              domain={domain}
              objective={objective}
              onSet={state.retry}
            />
          )}
        </>
      )}
    </Answer>
  );
}
