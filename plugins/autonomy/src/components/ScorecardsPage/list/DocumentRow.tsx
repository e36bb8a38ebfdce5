import type {
  CheckInsight,
  PolicyDocumentSummary,
  PublishedVersion,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { Concern } from '../../Concern';
import { usePolicyPaths } from '../../usePolicyPaths';
import { OriginWords, useDocumentWords } from '../../PolicyOrigin';
import { DocumentState } from '../DocumentState';
import { useShareWords } from '../useShareWords';
import { useTableStyles } from '../useTableStyles';
import { documentFigures } from './documentFigures';

export interface DocumentRowProps {
  document: PolicyDocumentSummary;
  versions: PublishedVersion[];
  insights: ReadonlyMap<string, CheckInsight>;
}

/** One document: what it is, where it comes from, how its checks fare. */
export function DocumentRow(props: DocumentRowProps) {
  const { document, insights, versions } = props;
  const { checks, description, domain, kind, origin, role } = document;
  const classes = useTableStyles();
  const format = useFormatters();
  const words = useDocumentWords();
  const shareWords = useShareWords();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { coverage, nobodyFails, passRate } = documentFigures(
    document,
    insights,
  );
  const author =
    origin.type === 'here'
      ? versions.find(({ number }) => number === origin.version)?.author
      : undefined;
  // What is behind a figure is told check by check.
  const figure = (text: string | undefined) =>
    text === undefined ? (
      t('scorecards.none')
    ) : (
      <Link to={paths.document(document)}>{text}</Link>
    );
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        <Link to={paths.document(document)}>{words.title(document)}</Link>
        {description && (
          <Typography variant="body2" color="textSecondary">
            {description}
          </Typography>
        )}
        <DocumentState document={document} />
        {nobodyFails > 0 && (
          <Typography variant="body2" component="div">
            <Concern>
              {t('scorecards.neverFails', { count: nobodyFails })}
            </Concern>
          </Typography>
        )}
      </TableCell>
      {kind === 'scorecard' && (
        <TableCell>{role && words.role(role)}</TableCell>
      )}
      {kind === 'overlay' && (
        <TableCell className={classes.name}>
          {domain && <EntityName entityRef={domain} />}
        </TableCell>
      )}
      <TableCell className={`${classes.name} ${classes.text}`}>
        <OriginWords origin={origin} author={author} />
      </TableCell>
      {kind !== 'policy' && (
        <>
          <TableCell className={classes.figure}>
            {figure(format.number(checks.length))}
          </TableCell>
          <TableCell className={classes.figure}>
            {figure(
              coverage && shareWords.range(coverage.least, coverage.most),
            )}
          </TableCell>
          <TableCell className={classes.figure}>
            {figure(
              passRate === undefined ? undefined : shareWords.share(passRate),
            )}
          </TableCell>
        </>
      )}
    </TableRow>
  );
}
