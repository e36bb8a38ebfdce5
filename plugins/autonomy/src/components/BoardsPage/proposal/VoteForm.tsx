import type {
  NewVote,
  Proposal,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useToneStyles,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { RiErrorWarningLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { useActed } from '../../actions/dialog';
import { useSending } from '../../actions/dialog/useSending';
import { BoardName } from '../../actions/shared';
import { LinkButton } from '../../LinkButton';
import { useBoardStyles } from '../styles';
import { BallotFields } from '../vote/BallotFields';
import { useBallot } from '../vote/useBallot';
import { useRefusalWords, useTallyWords } from '../words';

export interface VoteFormProps {
  proposal: Proposal;
  onVoted: () => void;
}

/** Where a member of the board votes, or why the reader cannot. */
export function VoteForm(props: VoteFormProps) {
  const { boardRef, may } = props.proposal;
  const classes = useBoardStyles();
  const refusalWords = useRefusalWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (may.vote) return <Form {...props} />;
  return (
    <Typography variant="body2" role="note" className={classes.text}>
      {may.voteRefusal
        ? refusalWords(may.voteRefusal)
        : t('boardVote.membersOnly', {
            board: <BoardName boardRef={boardRef} />,
          })}
    </Typography>
  );
}

function Form({ onVoted, proposal }: VoteFormProps) {
  const classes = useBoardStyles();
  const tones = useToneStyles();
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const tallyWords = useTallyWords();
  const ballot = useBallot();
  const { t } = useTranslationRef(autonomyTranslationRef);

  async function vote(cast: NewVote) {
    const { state, tally } = await api.vote(proposal.id, cast);
    acted(
      'vote',
      proposal.entityRef,
      state === 'approved' || state === 'rejected'
        ? t(`boardVote.${state}`)
        : t('boardVote.cast', { tally: tallyWords.votes(tally) }),
    );
  }
  const { failure, formRef, send, sending } = useSending(() => {
    const cast = ballot.filled();
    return cast && vote(cast);
  }, onVoted);
  return (
    <form ref={formRef} noValidate onSubmit={send} className={classes.stack}>
      <BallotFields ballot={ballot} />
      {failure && (
        <Typography role="alert" variant="body2" className={tones.bad}>
          <RiErrorWarningLine
            size={16}
            aria-hidden
            style={{ verticalAlign: -3 }}
          />{' '}
          {failure.message}
          {failure.isConflict && (
            <>
              {' '}
              <LinkButton onClick={onVoted}>{t('actions.reload')}</LinkButton>
            </>
          )}
        </Typography>
      )}
      <div>
        <Button
          type="submit"
          size="small"
          color="primary"
          variant="contained"
          disabled={sending}
        >
          {t('boardVote.submit')}
        </Button>
      </div>
    </form>
  );
}
