import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { useBoardStyles } from '../styles';
import { useTallyWords } from '../words';

/** Who voted how and why, and how far that is. */
export function VotesList({ proposal }: { proposal: Proposal }) {
  const { state, tally, votes } = proposal;
  const classes = useBoardStyles();
  const format = useFormatters();
  const tallyWords = useTallyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <Typography variant="body2" paragraph>
        {tallyWords.votes(tally, state === 'open')} · {tallyWords.rule(tally)}
      </Typography>
      {votes.length === 0 ? (
        <Typography variant="body2">{t('boardProposal.noVotes')}</Typography>
      ) : (
        <ul className={classes.list} aria-label={t('boardProposal.votes')}>
          {votes.map(({ castAt, comment, vote, voterRef }) => (
            <li key={voterRef}>
              {t('boardProposal.voteLine', {
                who: <EntityName entityRef={voterRef} />,
                vote: t(`boardProposal.votesOf.${vote}`),
                date: format.dateTime(castAt),
              })}
              <Typography variant="body2" color="textSecondary">
                {comment}
              </Typography>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
