import { makeStyles } from '@material-ui/core/styles';

/** What the parts of a board's page have in common. */
export const useBoardStyles = makeStyles(
  theme => ({
    stack: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(2),
    },
    list: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
      '& a': { textDecoration: 'underline' },
    },
    facts: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      overflowWrap: 'anywhere',
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0 },
      '& a': { textDecoration: 'underline' },
    },
    quiet: { color: theme.palette.text.secondary },
    text: { '& a': { textDecoration: 'underline' } },
  }),
  { name: 'AutonomyBoards' },
);
