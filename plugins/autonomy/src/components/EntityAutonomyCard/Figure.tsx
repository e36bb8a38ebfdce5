import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useCardStyles } from './styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'block',
      textAlign: 'left',
      verticalAlign: 'top',
      minWidth: 0,
      fontFamily: theme.typography.fontFamily,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    action: { '&:hover $value': { textDecoration: 'underline' } },
    value: {
      display: 'flex',
      margin: theme.spacing(0.25, 0),
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 600,
      lineHeight: 1.3,
    },
  }),
  { name: 'AutonomyFigure' },
);

export interface FigureProps {
  label: string;
  value: ReactNode;
  note: string;
  /** Shows what is behind the figure. */
  onClick?: () => void;
}

/** A label, a figure in words, and one line under it. */
export function Figure({ label, value, note, onClick }: FigureProps) {
  const classes = useStyles();
  const card = useCardStyles();
  const content = (
    <>
      <div className={card.label}>{label}</div>
      <div className={classes.value}>{value}</div>
      <div className={card.muted}>{note}</div>
    </>
  );
  return onClick ? (
    <ButtonBase
      className={`${classes.root} ${classes.action}`}
      onClick={onClick}
      component="div"
    >
      {content}
    </ButtonBase>
  ) : (
    <div className={classes.root}>{content}</div>
  );
}
