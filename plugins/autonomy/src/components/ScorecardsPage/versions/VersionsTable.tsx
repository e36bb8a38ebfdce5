import type {
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
import { useState, type ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { LinkButton } from '../../LinkButton';
import { useTableStyles } from '../useTableStyles';
import { VersionRow } from './VersionRow';

const PAGE = 20;

export interface VersionsTableProps {
  label: string;
  /** The newest first. */
  versions: PublishedVersion[];
  /** Those that the versions may be of, for their titles; absent where all are of one document. */
  documents?: PolicyDocumentSummary[];
  /** What may be done about a version. */
  actionsOf?: (version: PublishedVersion) => ReactNode;
}

/** What was published, by whom, when and why, and what it changed. */
export function VersionsTable(props: VersionsTableProps) {
  const { actionsOf, documents, label, versions } = props;
  const classes = useTableStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [shown, setShown] = useState(PAGE);
  if (versions.length === 0) {
    return <Typography variant="body2">{t('policyVersions.none')}</Typography>;
  }
  const columns = [
    t('policyVersions.number'),
    ...(documents ? [t('policyVersions.document')] : []),
    t('policyVersions.action'),
    t('policyVersions.author'),
    t('policyVersions.publishedAt'),
    t('policyVersions.effectiveFrom'),
    t('policyVersions.state'),
    t('policyVersions.note'),
  ];
  return (
    <>
      <TableContainer>
        <Table size="small" className={classes.table} aria-label={label}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell key={column}>{column}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {versions.slice(0, shown).map(version => (
              <VersionRow
                key={version.number}
                version={version}
                columns={columns.length}
                documents={documents}
                actions={actionsOf?.(version)}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {versions.length > shown && (
        <LinkButton onClick={() => setShown(shown + PAGE)}>
          {t('policyVersions.more')}
        </LinkButton>
      )}
    </>
  );
}
