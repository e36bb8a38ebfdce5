import type { ObjectiveMeasure } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  { cell: { overflowWrap: 'anywhere' } },
  { name: 'AutonomyObjectiveMeasures' },
);

/** What is aimed at, and what was measured last. */
export function ObjectiveMeasures(props: { measures: ObjectiveMeasure[] }) {
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const currentOf = ({ current, measuredAt }: ObjectiveMeasure) => {
    if (!current) {
      return t('objective.notMeasured');
    }
    return measuredAt === undefined
      ? current
      : t('objective.measuredAt', { current, date: format.date(measuredAt) });
  };
  return (
    <TableContainer>
      <Table size="small" aria-label={t('objective.measures')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('objective.measure')}</TableCell>
            <TableCell>{t('objective.target')}</TableCell>
            <TableCell>{t('objective.current')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.measures.map((measure, index) => (
            <TableRow key={index}>
              <TableCell
                component="th"
                scope="row"
                role="rowheader"
                className={classes.cell}
              >
                {measure.title}
              </TableCell>
              <TableCell className={classes.cell}>{measure.target}</TableCell>
              <TableCell className={classes.cell}>
                {currentOf(measure)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
