import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useCardStyles } from './styles';

const useStyles = makeStyles(
  theme => ({
    // The columns are those of the rights below.
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 34%) minmax(0, 1fr)',
      columnGap: theme.spacing(1),
      alignItems: 'baseline',
      width: '100%',
      padding: theme.spacing(0.5, 0),
      textAlign: 'left',
      borderRadius: 2,
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.35,
      '&:hover $value': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    rest: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      columnGap: theme.spacing(1),
    },
    value: { fontWeight: 600 },
    note: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'AutonomyFigure' },
);

export interface FigureProps {
  label: string;
  value: ReactNode;
  note: string;
  /** Shows what is behind the figure. */
  onClick: () => void;
}

/** A label, a figure in words, and what it is made of at the end of the line. */
export function Figure({ label, value, note, onClick }: FigureProps) {
  const classes = useStyles();
  const card = useCardStyles();
  return (
    <ButtonBase className={classes.root} onClick={onClick}>
      <span className={card.label}>{label}</span>{' '}
      <span className={classes.rest}>
        <span className={classes.value}>{value}</span>{' '}
        <span className={classes.note}>{note}</span>
      </span>
    </ButtonBase>
  );
}
