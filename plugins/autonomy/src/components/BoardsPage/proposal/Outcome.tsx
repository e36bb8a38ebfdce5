import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';
import { StateWord } from './StateWord';
import { useOutcomeWords } from './useOutcomeWords';

/** What became of a proposal that is not open any more, and what can follow. */
export function Outcome({ proposal }: { proposal: Proposal }) {
  const { appealId, outcomeReason, state } = proposal;
  const classes = useBoardStyles();
  const paths = useBoardPaths();
  const words = useOutcomeWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <Typography variant="body2" style={{ overflowWrap: 'anywhere' }}>
        <StateWord state={state} />. {words(proposal)}
        {outcomeReason && ` ${outcomeReason}`}
      </Typography>
      {appealId && (
        <Typography variant="body2" className={classes.text}>
          {t('boardProposal.appealed')}{' '}
          <Link to={paths.proposal(appealId)}>
            {t('boardProposal.theAppeal')}
          </Link>
        </Typography>
      )}
    </>
  );
}
