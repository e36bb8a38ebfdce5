import { alpha, makeStyles } from '@material-ui/core/styles';
import { patterns } from '../charts/patterns';

const COLUMN = 66;
const FIRST_COLUMN = 220;

/** A ground that says by its pattern what it says by its colour. */
function ground(color: string, pattern: number) {
  return {
    backgroundColor: alpha(color, 0.16),
    backgroundImage: patterns(alpha(color, 0.14))[pattern],
  };
}

/** Looks of the table and its cells. */
export const useMatrixStyles = makeStyles(
  theme => ({
    region: {
      position: 'relative',
      maxHeight: 480,
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    // Borders that collapse do not stick with their cells.
    table: {
      borderCollapse: 'separate',
      borderSpacing: 0,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.2,
      color: theme.palette.text.primary,
      '& th, & td': {
        padding: 0,
        fontWeight: 400,
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& thead th': {
        position: 'sticky',
        top: 0,
        zIndex: 2,
        verticalAlign: 'bottom',
        backgroundColor: theme.palette.background.paper,
      },
      '& tbody th': {
        position: 'sticky',
        left: 0,
        zIndex: 1,
        width: FIRST_COLUMN,
        minWidth: FIRST_COLUMN,
        maxWidth: FIRST_COLUMN,
        textAlign: 'left',
        overflowWrap: 'anywhere',
        padding: theme.spacing(0.5, 1),
        backgroundColor: theme.palette.background.paper,
      },
      '& thead th:first-child': {
        left: 0,
        zIndex: 3,
        textAlign: 'left',
        padding: theme.spacing(1),
      },
      '& td': { height: 36, textAlign: 'center' },
    },
    column: { width: COLUMN, minWidth: COLUMN },
    // Read from below, as the spines of books are; three lines of a long title are shown.
    columnTitle: {
      display: 'inline-block',
      writingMode: 'vertical-rl',
      transform: 'rotate(180deg)',
      maxHeight: 180,
      maxWidth: COLUMN - 8,
      overflow: 'hidden',
      textAlign: 'left',
      padding: theme.spacing(0.75, 0),
      overflowWrap: 'anywhere',
    },
    mandatory: { fontWeight: 700 },
    cell: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      gap: 2,
      width: '100%',
      height: '100%',
      minHeight: 36,
      whiteSpace: 'nowrap',
      color: 'inherit',
      textDecoration: 'none',
      'a&:hover': { textDecoration: 'underline' },
      'a&:hover, a&[aria-current]': {
        boxShadow: `inset 0 0 0 2px ${theme.palette.text.secondary}`,
      },
      'a&:focus-visible': {
        outline: 'none',
        boxShadow: `inset 0 0 0 3px ${theme.palette.primary.main}`,
      },
    },
    group: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
    groupName: { flex: 1, minWidth: 0, fontWeight: 600 },
    amount: { color: theme.palette.text.secondary },
    opener: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      width: '100%',
      padding: 0,
      border: 0,
      font: 'inherit',
      color: 'inherit',
      textAlign: 'left',
      background: 'none',
      cursor: 'pointer',
      borderRadius: 2,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    entity: {
      display: 'block',
      paddingLeft: theme.spacing(2.5),
      color: theme.palette.primary.main,
      textDecoration: 'none',
      borderRadius: 2,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    wide: { textAlign: 'left' },
    inSight: {
      position: 'sticky',
      left: theme.spacing(1),
      display: 'inline-block',
      padding: theme.spacing(0.5, 1),
    },
  }),
  { name: 'AutonomyGuardrailMatrixParts' },
);

/** The ground of a cell, by status. */
export const useGroundStyles = makeStyles(
  theme => ({
    ok: ground(theme.palette.success.main, 0),
    exempt: ground(theme.palette.warning.main, 2),
    'at-risk': ground(theme.palette.warning.main, 1),
    breached: ground(theme.palette.error.main, 5),
    unknown: ground(theme.palette.error.main, 4),
  }),
  { name: 'AutonomyGuardrailGround' },
);
