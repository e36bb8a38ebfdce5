import {
  SIMULATED_MOVE_KINDS,
  type MoveCounts,
  type MovesFilter,
  type SimulatedMoveKind,
  type Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { writeMovesQuery, type When } from '../movesQuery';
import { useHeadline } from './useHeadline';

const KINDS = ['any', ...SIMULATED_MOVE_KINDS] as const;

const FIGURE: Record<(typeof KINDS)[number], keyof MoveCounts> = {
  any: 'entities',
  'rights-lost': 'rightsLost',
  'rights-gained': 'rightsGained',
  'level-down': 'levelDown',
  'level-up': 'levelUp',
  'guardrail-worse': 'guardrailWorse',
  'guardrail-better': 'guardrailBetter',
  checks: 'checks',
};

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    table: {
      maxWidth: 640,
      '& td, & th': { padding: theme.spacing(0.5, 1) },
    },
    howTo: { maxWidth: 720 },
  }),
  { name: 'AutonomySimulationFigures' },
);

/** How many would feel it, at once and in the end; each figure leads to its entities. */
export function SimulationFigures(props: Simulation) {
  const { atOnce, settled } = props;
  const classes = useStyles();
  const headline = useHeadline();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root}>
      <Typography variant="body1">
        <strong>{t('simulation.atOnce')}:</strong> {headline(atOnce)}
        <br />
        <strong>{t('simulation.settled')}:</strong> {headline(settled)}
      </Typography>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('simulation.figures')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('simulation.what')}</TableCell>
            <TableCell align="right">{t('simulation.atOnce')}</TableCell>
            <TableCell align="right">{t('simulation.settled')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {KINDS.map(kind => (
            <TableRow key={kind}>
              <TableCell component="th" scope="row" role="rowheader">
                {t(`moveKind.${kind}`)}
              </TableCell>
              <TableCell align="right">
                <Amount kind={kind} when="at-once" counts={atOnce} />
              </TableCell>
              <TableCell align="right">
                <Amount kind={kind} when="settled" counts={settled} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.howTo}
      >
        {t('simulation.howTo')}
      </Typography>
    </div>
  );
}

interface AmountProps {
  kind: SimulatedMoveKind | 'any';
  when: When;
  counts: MoveCounts;
}

function Amount({ counts, kind, when }: AmountProps) {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const count = counts[FIGURE[kind]];
  if (count === 0) {
    return <>{format.number(count)}</>;
  }
  const query: MovesFilter = { when, what: kind === 'any' ? [] : [kind] };
  return (
    <Link
      to={`?${writeMovesQuery(query)}`}
      aria-label={t('simulation.show', {
        count,
        what: t(`moveKind.${kind}`),
        when: t(
          when === 'settled' ? 'simulation.settled' : 'simulation.atOnce',
        ),
      })}
    >
      {format.number(count)}
    </Link>
  );
}
