import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { ProposalRow } from './ProposalRow';

export interface ProposalsTableProps {
  label: string;
  proposals: Proposal[];
  /** Ids of those that are chosen. */
  chosen: string[];
  onChoose: (ids: string[]) => void;
}

/** Open proposals; those that the reader may vote on can be chosen. */
export function ProposalsTable(props: ProposalsTableProps) {
  const { chosen, label, onChoose, proposals } = props;
  const classes = useTableStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const votable = proposals.filter(({ may }) => may.vote).map(({ id }) => id);
  const hasChoice = votable.length > 0;
  return (
    <TableContainer>
      <Table size="small" className={classes.table} aria-label={label}>
        <TableHead>
          <TableRow>
            {hasChoice && (
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  color="primary"
                  checked={chosen.length === votable.length}
                  indeterminate={
                    chosen.length > 0 && chosen.length < votable.length
                  }
                  inputProps={{ 'aria-label': t('boardAgenda.selectAll') }}
                  onChange={(_, isChosen) => onChoose(isChosen ? votable : [])}
                />
              </TableCell>
            )}
            <TableCell>{t('boardAgenda.what')}</TableCell>
            <TableCell>{t('boardAgenda.age')}</TableCell>
            <TableCell>{t('boardAgenda.lapses')}</TableCell>
            <TableCell>{t('boardAgenda.votes')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {proposals.map(proposal => (
            <ProposalRow
              key={proposal.id}
              proposal={proposal}
              hasChoice={hasChoice}
              isChosen={chosen.includes(proposal.id)}
              onChoose={isChosen =>
                onChoose(
                  isChosen
                    ? [...chosen, proposal.id]
                    : chosen.filter(id => id !== proposal.id),
                )
              }
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
