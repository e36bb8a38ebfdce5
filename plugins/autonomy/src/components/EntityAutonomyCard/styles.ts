import { makeStyles } from '@material-ui/core/styles';

/** What the sections of the card share. */
export const useCardStyles = makeStyles(
  theme => ({
    section: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0, paddingTop: 0 },
      '&:last-child': { paddingBottom: 0 },
    },
    between: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
    },
    wrapping: { flexWrap: 'wrap' },
    everything: {
      display: 'inline-block',
      marginTop: theme.spacing(0.75),
      fontWeight: 600,
    },
    label: {
      ...theme.typography.caption,
      margin: 0,
      color: theme.palette.text.secondary,
      letterSpacing: '0.04em',
      textTransform: 'uppercase',
    },
    muted: {
      ...theme.typography.body2,
      lineHeight: 1.35,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'AutonomyCardSection' },
);
