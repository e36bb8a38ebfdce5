import type {
  NewVote,
  Proposal,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed } from '../../actions/dialog';
import { useSentence } from '../words';
import { BallotFields } from './BallotFields';
import { useBallot } from './useBallot';

export interface BulkVoteDialogProps {
  boardRef: string;
  proposals: Proposal[];
  onClose: () => void;
  /** Some of the votes, or all, were recorded. */
  onVoted: () => void;
}

/** One vote with one reason on several proposals. Those that it is refused for stay. */
export function BulkVoteDialog(props: BulkVoteDialogProps) {
  const { boardRef, onClose, onVoted } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const format = useFormatters();
  const sentence = useSentence();
  const ballot = useBallot();
  const { t } = useTranslationRef(autonomyTranslationRef);
  // The list behind the dialog changes as soon as votes are recorded.
  const [left, setLeft] = useState(props.proposals);

  async function vote(cast: NewVote) {
    const { results } = await api.voteOnAll(
      left.map(({ id }) => id),
      cast,
    );
    const refusals = results.flatMap(result =>
      result.status === 'refused' ? [result] : [],
    );
    const accepted = results.length - refusals.length;
    if (accepted > 0) {
      acted('vote', boardRef, t('boardVote.doneAll', { count: accepted }));
      onVoted();
    }
    if (refusals.length === 0) return;
    const refused = left.filter(({ id }) =>
      refusals.some(refusal => refusal.id === id),
    );
    setLeft(refused);
    const words = refusals.map(({ error, id }) =>
      t('boardVote.refusedOne', {
        proposal: sentence(left.find(each => each.id === id)!),
        reason: error,
      }),
    );
    throw new Error(
      t('boardVote.refused', {
        accepted: format.number(accepted),
        refused: words.join('; '),
      }),
    );
  }
  return (
    <ActionDialog
      title={t('boardVote.title', { count: left.length })}
      submit={t('boardVote.submit')}
      onSubmit={() => {
        const cast = ballot.filled();
        return cast && vote(cast);
      }}
      onClose={onClose}
    >
      <Typography variant="body2">{t('boardVote.same')}</Typography>
      <ul aria-label={t('boardVote.about')} style={{ margin: 0 }}>
        {left.map(proposal => (
          <Typography key={proposal.id} variant="body2" component="li">
            {sentence(proposal)}
          </Typography>
        ))}
      </ul>
      <BallotFields ballot={ballot} />
    </ActionDialog>
  );
}
