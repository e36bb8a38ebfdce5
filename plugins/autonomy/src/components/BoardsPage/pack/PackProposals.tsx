import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';
import { useSentence } from '../words';

/** Proposals with what became of them, and when. */
export function PackProposals({ proposals }: { proposals: Proposal[] }) {
  const classes = useBoardStyles();
  const format = useFormatters();
  const paths = useBoardPaths();
  const sentence = useSentence();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ul className={classes.list}>
      {proposals.map(proposal => {
        const { decidedAt, id, openedAt, state } = proposal;
        return (
          <li key={id}>
            {t('reviewPack.line', {
              what: <Link to={paths.proposal(id)}>{sentence(proposal)}</Link>,
              state: t(`boardProposal.states.${state}`),
              date: format.date(decidedAt ?? openedAt),
            })}
          </li>
        );
      })}
    </ul>
  );
}
