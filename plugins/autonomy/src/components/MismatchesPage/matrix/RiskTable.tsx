import type { RiskCell } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { RIGHTS, type MismatchQuery } from '../mismatchQuery';
import { RiskTableCell } from './RiskTableCell';
import { riskRows } from './riskRows';

const useStyles = makeStyles(
  theme => ({
    region: {
      overflow: 'auto',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    table: {
      width: '100%',
      minWidth: 640,
      marginTop: theme.spacing(1),
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.35,
      color: theme.palette.text.primary,
      '& th, & td': {
        padding: 0,
        textAlign: 'left',
        verticalAlign: 'top',
        border: `1px solid ${theme.palette.divider}`,
      },
      '& th': { padding: theme.spacing(0.75, 1), fontWeight: 600 },
    },
    meaning: {
      fontWeight: 400,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'AutonomyRiskTable' },
);

export interface RiskTableProps {
  cells: RiskCell[];
  query: MismatchQuery;
  busy: boolean;
}

/** Consequence by right: the more is at stake and the more a team decides alone, the further up and right it stands. */
export function RiskTable({ busy, cells, query }: RiskTableProps) {
  const classes = useStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  return (
    <div
      className={classes.region}
      role="region"
      aria-label={t('riskMatrix.region')}
      // A part that scrolls has to be reached by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={classes.table}
        aria-label={t('riskMatrix.table')}
        aria-busy={busy}
      >
        <thead>
          <tr>
            <th scope="col">{t('riskMatrix.consequence')}</th>
            {RIGHTS.map(right => (
              <th key={right} scope="col">
                {right} · {words.right(right)}
                <div className={classes.meaning}>{words.meaning(right)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {riskRows(cells).map(row => (
            <tr key={row.consequence}>
              <th scope="row">{word(`consequence.${row.consequence}`)}</th>
              {row.cells.map(cell => (
                <RiskTableCell key={cell.right} cell={cell} query={query} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
