import type { Board } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { BOARD_SECTIONS, type BoardSection } from '../boardSections';
import { useBoardPaths } from '../useBoardPaths';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    current: {
      fontWeight: 600,
      borderBottom: `2px solid ${theme.palette.primary.main}`,
    },
  }),
  { name: 'AutonomyBoardSections' },
);

/** The ways to the parts of a board's page; each has an address. */
export function BoardSections(props: { board: Board; section: BoardSection }) {
  const { board, section } = props;
  const classes = useStyles();
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <nav aria-label={t('boards.sections')}>
      <ul className={classes.list}>
        {BOARD_SECTIONS.map(each => (
          <li key={each}>
            <Link
              to={paths.section(each, board.boardRef)}
              className={each === section ? classes.current : undefined}
              aria-current={each === section ? 'page' : undefined}
            >
              {t(`boardSection.${each}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
