import { makeStyles } from '@material-ui/core/styles';

/** What the topics of the details share. */
export const useDetailsStyles = makeStyles(
  theme => ({
    heading: {
      ...theme.typography.subtitle1,
      fontWeight: 600,
      lineHeight: 1.35,
      margin: theme.spacing(0, 0, 1),
      '&:not(:first-child), section > &': { marginTop: theme.spacing(3) },
    },
    text: { ...theme.typography.body2, margin: theme.spacing(0, 0, 1.5) },
    below: { marginTop: theme.spacing(1.5) },
    muted: {
      ...theme.typography.body2,
      lineHeight: 1.45,
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: theme.spacing(1),
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.45,
    },
    nested: { '& > li': { borderTop: 0, padding: theme.spacing(0.25, 0) } },
    spread: { gridTemplateColumns: '20px minmax(0, 1fr) auto' },
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      columnGap: theme.spacing(2),
    },
    pairs: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
      gap: theme.spacing(1.5, 3),
      margin: 0,
      '& > dd': { margin: 0 },
    },
    facts: {
      gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
      marginBottom: theme.spacing(2),
    },
    pair: {
      '& > dt': { color: theme.palette.text.secondary },
      '& > dd': { margin: 0 },
    },
    number: { whiteSpace: 'nowrap', wordBreak: 'normal' },
  }),
  { name: 'AutonomyDetails' },
);
