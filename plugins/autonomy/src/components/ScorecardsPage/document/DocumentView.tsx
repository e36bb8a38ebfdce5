import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { DocumentChecks } from '../checks/DocumentChecks';
import { DocumentVersions } from '../versions/DocumentVersions';
import { DocumentHeader } from './DocumentHeader';
import { YamlText } from './YamlText';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'AutonomyDocumentView' },
);

export interface DocumentViewProps {
  document: PolicyDocumentText;
  /** Something was published, or somebody else was quicker. */
  onChanged: () => void;
}

/** One document: what it is, how its checks fare, its text and its versions. */
export function DocumentView({ document, onChanged }: DocumentViewProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root}>
      <DocumentHeader document={document} onChanged={onChanged} />
      {document.kind !== 'policy' && <DocumentChecks document={document} />}
      <PageSection title={t('policyDocument.text')}>
        <YamlText document={document} />
      </PageSection>
      <PageSection title={t('policyVersions.title')}>
        <DocumentVersions document={document} onChanged={onChanged} />
      </PageSection>
    </div>
  );
}
