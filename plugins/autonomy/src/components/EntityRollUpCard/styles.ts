import { makeStyles } from '@material-ui/core/styles';

/** What the sections of the roll-up share. */
export const useRollUpStyles = makeStyles(
  theme => ({
    section: {
      minWidth: 0,
      '&:not(:first-child)': {
        marginTop: theme.spacing(2.5),
        paddingTop: theme.spacing(2),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      columnGap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
    heading: {
      ...theme.typography.subtitle1,
      fontWeight: 600,
      lineHeight: 1.35,
      margin: 0,
    },
    subheading: {
      ...theme.typography.body2,
      fontWeight: 600,
      margin: theme.spacing(0, 0, 0.5),
    },
    text: {
      ...theme.typography.body2,
      margin: 0,
      overflowWrap: 'anywhere',
    },
    muted: {
      ...theme.typography.body2,
      margin: 0,
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    columns: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
      gap: theme.spacing(2, 4),
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    scroll: { overflowX: 'auto' },
    above: { '&&': { marginTop: theme.spacing(1.5) } },
  }),
  { name: 'AutonomyRollUp' },
);
