import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { BoardName } from '../../actions/shared';
import { useDetailsStyles } from '../../AutonomyDetails';
import { StateWord } from '../../BoardsPage/proposal/StateWord';
import { useContentSentence } from '../../BoardsPage/words';
import { PagedResult } from '../../PagedResult';
import { useGovernancePaths } from '../../useGovernancePaths';
import { usePages } from '../../usePages';

export interface DecisionsPartProps {
  entityRef: string;
  /** Other decisions are asked for where it is another. */
  evaluatedAt: number;
}

/** What waits for a board and what boards decided, the last opened first. */
export function DecisionsPart({ entityRef, evaluatedAt }: DecisionsPartProps) {
  const api = useApi(autonomyGovernanceApiRef);
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) => api.listProposals({ entity: [entityRef], cursor }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, evaluatedAt],
  );
  const pages = usePages<Proposal>(load);
  const title = t('governanceTab.proposals');
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <PagedResult
        pages={pages}
        loading={t('governanceTab.loadingProposals')}
        more={t('governanceList.moreOf', { title })}
        empty={<p className={classes.text}>{t('governanceTab.noProposals')}</p>}
      >
        {items => (
          <ul className={classes.list}>
            {items.map(proposal => (
              <ProposalLine key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        )}
      </PagedResult>
    </section>
  );
}

function ProposalLine({ proposal }: { proposal: Proposal }) {
  const { boardRef, content, decidedAt, id, matter, openedAt, state } =
    proposal;
  const classes = useDetailsStyles();
  const format = useFormatters();
  const paths = useGovernancePaths();
  const sentence = useContentSentence();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <li className={classes.line}>
      <span aria-hidden />
      <div>
        <div className={classes.title}>
          <Link to={paths.proposal(id)}>
            {t('governanceTab.about', {
              matter: t(`boardMatter.${matter}`),
              what: sentence(content),
            })}
          </Link>
          <StateWord state={state} />
        </div>
        <div className={classes.muted}>
          {t('governanceTab.opened', { date: format.date(openedAt) })}
          {decidedAt !== undefined && (
            <>
              {' · '}
              {t('governanceTab.decided', { date: format.date(decidedAt) })}
            </>
          )}
          {' · '}
          <BoardName boardRef={boardRef} />
        </div>
      </div>
    </li>
  );
}
