import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { EntityTabLink } from '../../EntityTabLink';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { useGovernancePaths } from '../../useGovernancePaths';
import { PlanStateWords } from '../PlanStateWords';
import { usePlanWords } from '../usePlanWords';

const COLUMNS = [
  'plan',
  'entity',
  'state',
  'bounds',
  'time',
  'criteria',
  'board',
] as const;

export interface PlansTableProps {
  items: RecordedPlan[];
  /** The items are about to be replaced. */
  busy: boolean;
}

/** Plans, each with a way to its page. */
export function PlansTable({ busy, items }: PlansTableProps) {
  const classes = useTableStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('planDetails.heading')}
        aria-busy={busy}
      >
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column}>{t(`plans.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(plan => (
            <PlanRow key={plan.id} plan={plan} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function PlanRow({ plan }: { plan: RecordedPlan }) {
  const classes = useTableStyles();
  const paths = useGovernancePaths();
  const words = usePlanWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableRow hover>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        <Link to={paths.plan(plan.id)}>{plan.title}</Link>
        <Typography variant="caption" color="textSecondary" display="block">
          {t(`planDetails.approaches.${plan.approach}`)}
        </Typography>
      </TableCell>
      <TableCell>
        <EntityTabLink entityRef={plan.entityRef} topic="plans" />
      </TableCell>
      <TableCell>
        <PlanStateWords state={plan.state} />
      </TableCell>
      <TableCell>{words.cap(plan)}</TableCell>
      <TableCell>{words.time(plan)}</TableCell>
      <TableCell>{words.progress(plan)}</TableCell>
      <TableCell>
        <EntityName entityRef={plan.boardRef} />
      </TableCell>
    </TableRow>
  );
}
