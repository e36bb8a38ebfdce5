import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { useGovernancePaths } from '../../useGovernancePaths';
import { AuditStateWords } from '../AuditStateWords';
import { useAuditWords } from '../useAuditWords';

const COLUMNS = [
  'entity',
  'state',
  'yours',
  'due',
  'quarter',
  'board',
] as const;

export interface AuditsTableProps {
  items: RecordedAudit[];
  /** The items are about to be replaced. */
  busy: boolean;
  /** Ids of those that can be chosen. */
  choosable: string[];
  chosen: string[];
  onChoose: (ids: string[]) => void;
}

/** Audits, each with a way to its page. */
export function AuditsTable(props: AuditsTableProps) {
  const { busy, choosable, chosen, items, onChoose } = props;
  const classes = useTableStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('audits.title')}
        aria-busy={busy}
      >
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              {choosable.length > 0 && (
                <Checkbox
                  size="small"
                  color="primary"
                  checked={chosen.length === choosable.length}
                  indeterminate={
                    chosen.length > 0 && chosen.length < choosable.length
                  }
                  inputProps={{ 'aria-label': t('auditRateAll.chooseAll') }}
                  onChange={(_, checked) => onChoose(checked ? choosable : [])}
                />
              )}
            </TableCell>
            {COLUMNS.map(column => (
              <TableCell key={column}>{t(`audits.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(audit => (
            <AuditRow
              key={audit.id}
              audit={audit}
              isChosen={chosen.includes(audit.id)}
              onChoose={
                choosable.includes(audit.id)
                  ? checked =>
                      onChoose(
                        checked
                          ? [...chosen, audit.id]
                          : chosen.filter(id => id !== audit.id),
                      )
                  : undefined
              }
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function AuditRow(props: {
  audit: RecordedAudit;
  isChosen: boolean;
  /** Absent where it cannot be chosen. */
  onChoose?: (isChosen: boolean) => void;
}) {
  const { audit, isChosen, onChoose } = props;
  const { dueAt, entityRef, entityTitle, state } = audit;
  const classes = useTableStyles();
  const format = useFormatters();
  const now = useNow();
  const paths = useGovernancePaths();
  const words = useAuditWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const isOpen = state === 'rating' || state === 'comparing';
  const name = entityTitle ?? defaultEntityPresentation(entityRef).primaryTitle;
  return (
    <TableRow hover>
      <TableCell padding="checkbox">
        {onChoose && (
          <Checkbox
            size="small"
            color="primary"
            checked={isChosen}
            inputProps={{
              'aria-label': t('auditRateAll.choose', { entity: name }),
            }}
            onChange={(_, checked) => onChoose(checked)}
          />
        )}
      </TableCell>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        <Link to={paths.audit(audit.id)}>{name}</Link>
        <Typography variant="caption" color="textSecondary" display="block">
          {t(`audits.cause.${audit.cause}`)}
        </Typography>
      </TableCell>
      <TableCell>
        <AuditStateWords state={state} />
        {state === 'rating' && (
          <Typography variant="caption" color="textSecondary" display="block">
            {words.rated(audit)}
          </Typography>
        )}
      </TableCell>
      <TableCell>{words.yours(audit)}</TableCell>
      <TableCell>
        {format.date(dueAt)}
        {isOpen && (
          <Typography variant="caption" color="textSecondary" display="block">
            {dueAt > now ? format.until(dueAt, now) : t('audits.overdue')}
          </Typography>
        )}
      </TableCell>
      <TableCell className={classes.figure}>{audit.quarter}</TableCell>
      <TableCell>
        <EntityName entityRef={audit.boardRef} />
      </TableCell>
    </TableRow>
  );
}
