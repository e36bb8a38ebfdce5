import type { Board } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { DomainObjective } from '../../EntityRollUpCard/objective/DomainObjective';
import { PageSection } from '../../PageSection';
import { StateMessage } from '../../StateMessage';
import { Answer } from '../Answer';
import { useBoardStyles } from '../styles';
import { nameOf } from '../words';

/** What each domain of a board aims at; its members set it. */
export function ObjectivesView({ board }: { board: Board }) {
  const classes = useBoardStyles();
  const catalogApi = useApi(catalogApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const refs = board.domains.map(({ domainRef }) => domainRef);
  const state = useAsyncRetry(async () => {
    if (refs.length === 0) return [];
    return (await catalogApi.getEntitiesByRefs({ entityRefs: refs })).items;
    // The same refs are the same question.
  }, [catalogApi, refs.join()]);
  if (refs.length === 0) {
    return (
      <StateMessage
        title={t('boardSection.objectives')}
        text={t('boardObjectives.none')}
      />
    );
  }
  return (
    <Answer state={state} label={t('boardObjectives.loading')}>
      {domains => (
        <div className={classes.stack}>
          {board.domains.map(({ domainRef, title }, index) => (
            <PageSection key={domainRef} title={title ?? nameOf(domainRef)}>
              <DomainObjective
                domainRef={domainRef}
                // Who is not on the board is shown it only.
                domain={board.member ? domains[index] : undefined}
              />
            </PageSection>
          ))}
        </div>
      )}
    </Answer>
  );
}
