import {
  POLICY_DOCUMENT_KINDS,
  type PolicyDocumentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicyPaths } from '../../usePolicyPaths';
import { FailureMessage, StateMessage } from '../../StateMessage';
import { Waiting } from '../Waiting';
import { DocumentView } from './DocumentView';
import { useDocument } from './useDocument';

/** The document that the address names. */
export default function DocumentPage() {
  const { kind, name = '' } = useParams();
  const known = POLICY_DOCUMENT_KINDS.find(each => each === kind);
  return known ? <Loaded kind={known} name={name} /> : <Absent />;
}

function Loaded(props: PolicyDocumentKey) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useDocument(props);
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  // Another document is not shown under this one's address.
  const { document } = value ?? {};
  const isOther =
    document && (document.kind !== props.kind || document.name !== props.name);
  if (!value || isOther) {
    return <Waiting label={t('policyDocument.loading')} />;
  }
  return document ? (
    <DocumentView document={document} onChanged={retry} />
  ) : (
    <Absent />
  );
}

function Absent() {
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <StateMessage
      title={t('policyDocument.absentTitle')}
      text={t('policyDocument.absentText')}
      action={<Link to={paths.home}>{t('scorecards.back')}</Link>}
    />
  );
}
