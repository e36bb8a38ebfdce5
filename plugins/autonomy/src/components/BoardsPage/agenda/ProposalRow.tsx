import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { useBoardPaths } from '../useBoardPaths';
import { useRefusalWords, useSentence, useTallyWords } from '../words';

export interface ProposalRowProps {
  proposal: Proposal;
  hasChoice: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One open proposal: what it is, how old, when it lapses and how far the votes are. */
export function ProposalRow(props: ProposalRowProps) {
  const { hasChoice, isChosen, onChoose, proposal } = props;
  const { id, lapsesAt, may, openedAt, openedBy, tally } = proposal;
  const classes = useTableStyles();
  const format = useFormatters();
  const now = useNow();
  const paths = useBoardPaths();
  const refusalWords = useRefusalWords();
  const tallyWords = useTallyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const sentence = useSentence()(proposal);
  return (
    <TableRow selected={isChosen}>
      {hasChoice && (
        <TableCell padding="checkbox">
          {may.vote && (
            <Checkbox
              size="small"
              color="primary"
              checked={isChosen}
              inputProps={{
                'aria-label': t('boardAgenda.select', { proposal: sentence }),
              }}
              onChange={(_, chosen) => onChoose(chosen)}
            />
          )}
        </TableCell>
      )}
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        <Link to={paths.proposal(id)}>{sentence}</Link>
        <Typography variant="body2" color="textSecondary">
          {t(`boardMatter.${proposal.matter}`)}
          {openedBy && (
            <>
              {' · '}
              {t('boardAgenda.askedBy', {
                who: (
                  <EntityDisplayName
                    entityRef={openedBy}
                    hideIcon
                    disableTooltip
                  />
                ),
              })}
            </>
          )}
          {may.voteRefusal && ` · ${refusalWords(may.voteRefusal)}`}
        </Typography>
      </TableCell>
      <TableCell title={format.dateTime(openedAt)}>
        {format.relative(openedAt, now)}
      </TableCell>
      <TableCell
        title={lapsesAt === undefined ? undefined : format.dateTime(lapsesAt)}
      >
        {lapsesAt === undefined
          ? t('boardAgenda.never')
          : format.until(lapsesAt, now)}
      </TableCell>
      <TableCell>
        {tallyWords.votes(tally)}
        {tally.approvals + tally.rejections > 0 && (
          <Typography variant="body2" color="textSecondary">
            {tallyWords.split(tally)}
          </Typography>
        )}
      </TableCell>
    </TableRow>
  );
}
