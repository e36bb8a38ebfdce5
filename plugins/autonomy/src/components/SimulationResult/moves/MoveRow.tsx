import type {
  MovesFilter,
  SimulatedMove,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { DifferenceLines } from '../difference/DifferenceLines';

const useStyles = makeStyles(
  {
    name: { minWidth: 140, overflowWrap: 'anywhere' },
    changes: { minWidth: 240 },
  },
  { name: 'AutonomyMoveRow' },
);

export interface MoveRowProps {
  move: SimulatedMove;
  when: MovesFilter['when'];
  titleOf: (id: string) => string | undefined;
}

/** One entity with everything that would be otherwise about it; its name leads to its page. */
export function MoveRow({ move, titleOf, when }: MoveRowProps) {
  const classes = useStyles();
  const difference = when === 'at-once' ? move.atOnce : move.settled;
  return (
    <TableRow hover>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        <EntityRefLink entityRef={move.entityRef} title={move.title} hideIcon />
      </TableCell>
      <TableCell className={classes.changes}>
        {difference && (
          <DifferenceLines difference={difference} titleOf={titleOf} />
        )}
      </TableCell>
      <TableCell className={classes.name}>
        {move.ownerRef && <EntityRefLink entityRef={move.ownerRef} hideIcon />}
      </TableCell>
      <TableCell className={classes.name}>
        {move.domainRef && (
          <EntityRefLink entityRef={move.domainRef} hideIcon />
        )}
      </TableCell>
    </TableRow>
  );
}
