import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useBoardStyles } from '../styles';
import { BulkVoteDialog } from '../vote/BulkVoteDialog';
import { ProposalsTable } from './ProposalsTable';

export interface ProposalsToDecideProps {
  boardRef: string;
  proposals: Proposal[];
  onVoted: () => void;
}

/** What is open, of which several can be voted on at once. */
export function ProposalsToDecide(props: ProposalsToDecideProps) {
  const { boardRef, onVoted, proposals } = props;
  const classes = useBoardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [ids, setIds] = useState<string[]>([]);
  const [isVoting, setVoting] = useState(false);
  // What was decided meanwhile is not chosen any more.
  const chosen = proposals.filter(
    ({ id, may }) => may.vote && ids.includes(id),
  );
  return (
    <>
      <ProposalsTable
        label={t('boardAgenda.what')}
        proposals={proposals}
        chosen={chosen.map(({ id }) => id)}
        onChoose={setIds}
      />
      {proposals.some(({ may }) => may.vote) && (
        <div className={classes.row} style={{ marginTop: 8 }}>
          <Button
            size="small"
            variant="outlined"
            disabled={chosen.length === 0}
            onClick={() => setVoting(true)}
          >
            {t('boardAgenda.voteOnChosen')}
          </Button>
          <Typography variant="body2" role="status">
            {t('boardAgenda.chosen', { count: chosen.length })}
          </Typography>
        </div>
      )}
      {isVoting && (
        <BulkVoteDialog
          boardRef={boardRef}
          proposals={chosen}
          onClose={() => setVoting(false)}
          onVoted={onVoted}
        />
      )}
    </>
  );
}
