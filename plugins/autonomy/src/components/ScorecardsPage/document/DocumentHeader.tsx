import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { usePolicyPaths } from '../../usePolicyPaths';
import { OriginWords, useDocumentWords } from '../../PolicyOrigin';
import { DocumentActions } from './DocumentActions';
import { DocumentNotes } from './DocumentNotes';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      minWidth: 0,
      padding: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
    facts: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& a': { textDecoration: 'underline' },
    },
  }),
  { name: 'AutonomyDocumentHeader' },
);

export interface DocumentHeaderProps {
  document: PolicyDocumentText;
  onChanged: () => void;
}

/** What a document is, where it comes from, and what may be done about it. */
export function DocumentHeader(props: DocumentHeaderProps) {
  const { document, onChanged } = props;
  const { description, domain, kind, origin, owner, role, versions } = document;
  const classes = useStyles();
  const words = useDocumentWords();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const author =
    origin.type === 'here'
      ? versions.find(({ number }) => number === origin.version)?.author
      : undefined;
  return (
    <Paper className={classes.root} variant="outlined">
      <Link to={paths.home}>{t('scorecards.back')}</Link>
      <Typography variant="h5" component="h2">
        {words.title(document)}
      </Typography>
      <ul className={classes.facts}>
        <li>
          {words.kind(kind)}
          {role && ` · ${words.role(role)}`}
        </li>
        <li>
          <OriginWords origin={origin} author={author} />
        </li>
        {domain && (
          <li>
            {t('scorecards.domain')}: <EntityName entityRef={domain} />
          </li>
        )}
        {owner && (
          <li>
            {t('policyDocument.owner')}: <EntityName entityRef={owner} />
          </li>
        )}
      </ul>
      {description && <Typography variant="body2">{description}</Typography>}
      <DocumentNotes document={document} />
      <DocumentActions document={document} onChanged={onChanged} />
    </Paper>
  );
}
