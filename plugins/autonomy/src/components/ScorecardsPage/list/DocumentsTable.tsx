import type {
  CheckInsight,
  PolicyDocumentKind,
  PolicyDocumentSummary,
  PublishedVersion,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { useTableStyles } from '../useTableStyles';
import { DocumentRow } from './DocumentRow';

export interface DocumentsTableProps {
  kind: PolicyDocumentKind;
  label: string;
  /** Said where there are no documents. */
  none: string;
  documents: PolicyDocumentSummary[];
  versions: PublishedVersion[];
  insights: ReadonlyMap<string, CheckInsight>;
}

/** Documents of one kind. Overlays of one domain stand together. */
export function DocumentsTable(props: DocumentsTableProps) {
  const { documents, insights, kind, label, none, versions } = props;
  const classes = useTableStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (documents.length === 0) {
    return <Typography variant="body2">{none}</Typography>;
  }
  const rows = kind === 'overlay' ? [...documents].sort(byDomain) : documents;
  return (
    <TableContainer>
      <Table size="small" className={classes.table} aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{t('scorecards.document')}</TableCell>
            {kind === 'scorecard' && (
              <TableCell>{t('scorecards.role')}</TableCell>
            )}
            {kind === 'overlay' && (
              <TableCell>{t('scorecards.domain')}</TableCell>
            )}
            <TableCell>{t('scorecards.origin')}</TableCell>
            {kind !== 'policy' && (
              <>
                <TableCell>{t('scorecards.checks')}</TableCell>
                <TableCell>{t('scorecards.coverage')}</TableCell>
                <TableCell>{t('scorecards.passRate')}</TableCell>
              </>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(document => (
            <DocumentRow
              key={document.name}
              document={document}
              versions={versions}
              insights={insights}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function byDomain(a: PolicyDocumentSummary, b: PolicyDocumentSummary): number {
  return (a.domain ?? '').localeCompare(b.domain ?? '');
}
