import type { Board } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useNavigate } from 'react-router-dom';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../../actions/dialog';
import type { BoardSection } from '../boardSections';
import { useBoardPaths } from '../useBoardPaths';
import { nameOf } from '../words';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
    choice: { display: 'grid', maxWidth: 480 },
  }),
  { name: 'AutonomyBoardHeader' },
);

export interface BoardHeaderProps {
  boards: Board[];
  /** Absent where the address names none of them. */
  board?: Board;
  section: BoardSection;
}

/** Which board it is, for what it decides, and whether the reader is on it. */
export function BoardHeader({ board, boards, section }: BoardHeaderProps) {
  const classes = useStyles();
  const format = useFormatters();
  const navigate = useNavigate();
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const titleOf = ({ boardRef, title }: Board) => title ?? nameOf(boardRef);
  const optionOf = (each: Board) => {
    const words = { title: titleOf(each), open: format.number(each.open) };
    return each.member
      ? t('boards.ownOption', words)
      : t('boards.option', words);
  };
  return (
    <Paper className={classes.root} variant="outlined">
      {board && (
        <Typography variant="h5" component="h2">
          {titleOf(board)}
        </Typography>
      )}
      {(boards.length > 1 || !board) && (
        <div className={classes.choice}>
          <ChoiceField
            label={t('boards.board')}
            value={board?.boardRef ?? ''}
            onChange={ref => navigate(paths.section(section, ref))}
            choices={[
              ...(board ? [] : [{ value: '', label: '' }]),
              ...boards.map(each => ({
                value: each.boardRef,
                label: optionOf(each),
              })),
            ]}
          />
        </div>
      )}
      {board && (
        <>
          <Typography variant="body2">
            {board.central && `${t('boards.central')} `}
            {board.domains.length > 0
              ? t('boards.domains', {
                  domains: format.all(
                    board.domains.map(({ domainRef, entities, title }) =>
                      t('boards.domain', {
                        title: title ?? nameOf(domainRef),
                        count: entities,
                      }),
                    ),
                  ),
                })
              : !board.central && t('boards.noDomains')}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {board.member ? t('boards.member') : t('boards.reader')}
          </Typography>
        </>
      )}
    </Paper>
  );
}
