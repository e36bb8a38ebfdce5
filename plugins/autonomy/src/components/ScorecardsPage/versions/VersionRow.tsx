import type {
  PolicyDocumentSummary,
  PublishedVersion,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { useState, type ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { LinkButton } from '../../LinkButton';
import { usePolicyPaths } from '../../usePolicyPaths';
import { useDocumentWords } from '../../PolicyOrigin';
import { useTableStyles } from '../useTableStyles';
import { VersionChanges } from './VersionChanges';
import { VersionNote } from './VersionNote';
import { VersionState } from './VersionState';

const useStyles = makeStyles(
  theme => ({
    ways: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'AutonomyVersionRow' },
);

export interface VersionRowProps {
  version: PublishedVersion;
  columns: number;
  documents?: PolicyDocumentSummary[];
  actions?: ReactNode;
}

/** One publication; what it changed is read when it is asked for. */
export function VersionRow(props: VersionRowProps) {
  const { actions, columns, documents, version } = props;
  const { action, author, effectiveFrom, kind, name, number } = version;
  const classes = useStyles();
  const table = useTableStyles();
  const format = useFormatters();
  const words = useDocumentWords();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [open, setOpen] = useState(false);
  const label = open
    ? t('policyVersions.hideChanges')
    : t('policyVersions.showChanges');
  const document = documents?.find(
    each => each.kind === kind && each.name === name,
  );
  return (
    <>
      <TableRow>
        <TableCell component="th" scope="row" role="rowheader">
          {format.number(number)}
        </TableCell>
        {documents && (
          <TableCell className={table.text}>
            <Link to={paths.document(version)}>
              {words.title(document ?? { name })}
            </Link>{' '}
            ({words.kind(kind)})
          </TableCell>
        )}
        <TableCell>
          {t(`policyAction.${action}`, {
            version: format.number(version.restores ?? 0),
          })}
          <div className={classes.ways}>
            <LinkButton
              aria-expanded={open}
              aria-label={t('policyVersions.changesOf', {
                label,
                version: format.number(number),
              })}
              onClick={() => setOpen(!open)}
            >
              {label}
            </LinkButton>
            {actions}
          </div>
        </TableCell>
        <TableCell>
          <EntityName entityRef={author} />
        </TableCell>
        <TableCell>{format.dateTime(version.publishedAt)}</TableCell>
        <TableCell>
          {effectiveFrom > version.publishedAt
            ? format.dateTime(effectiveFrom)
            : t('policyVersions.atOnce')}
        </TableCell>
        <TableCell>
          <VersionState version={version} />
        </TableCell>
        <TableCell>
          <VersionNote version={version} />
        </TableCell>
      </TableRow>
      {open && (
        <TableRow>
          <TableCell colSpan={columns}>
            <VersionChanges number={number} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
