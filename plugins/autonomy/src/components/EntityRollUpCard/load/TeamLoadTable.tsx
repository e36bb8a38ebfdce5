import type { SummaryGroup } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import type { RollUpScope } from '../scope';
import { TeamLoadRow } from './TeamLoadRow';
import type { TeamLoadFigures } from './useTeamLoad';

const COLUMNS = [
  'team',
  'services',
  'level',
  'readiness',
  'surplus',
  'deficit',
] as const;

export interface TeamLoadTableProps {
  scope: RollUpScope;
  groups: SummaryGroup[];
  load?: TeamLoadFigures;
}

/** The teams side by side. */
export function TeamLoadTable({ scope, groups, load }: TeamLoadTableProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableContainer>
      <Table size="small" aria-label={t('teamLoad.caption')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell
                key={column}
                align={column === 'team' ? 'left' : 'right'}
              >
                {t(`teamLoad.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {groups.map(group => (
            <TeamLoadRow
              key={group.ref ?? ''}
              scope={scope}
              group={group}
              load={load}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
