import { makeStyles } from '@material-ui/core/styles';

/** The look of the small tables of this tab. */
export const useTableStyles = makeStyles(
  theme => ({
    table: {
      '& td, & th': {
        padding: theme.spacing(0.75, 1),
        verticalAlign: 'top',
        overflowWrap: 'break-word',
        lineHeight: 1.35,
      },
      '& th': { fontWeight: 600 },
    },
    // What people and files are called breaks anywhere, or one long name would take all the room.
    name: {
      '&&&': { minWidth: 140, overflowWrap: 'anywhere' },
    },
    // A link beside other words is more than a colour.
    text: { '& a': { textDecoration: 'underline' } },
    figure: { whiteSpace: 'nowrap' },
  }),
  { name: 'AutonomyScorecardsTable' },
);
