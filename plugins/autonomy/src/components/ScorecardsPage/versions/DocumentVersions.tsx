import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useMayWrite } from '../useMayWrite';
import { BringBuiltInBack } from './BringBuiltInBack';
import { CompareVersions } from './CompareVersions';
import { VersionActions } from './VersionActions';
import { VersionsTable } from './VersionsTable';

export interface DocumentVersionsProps {
  document: PolicyDocumentText;
  onChanged: () => void;
}

/** Every version of a document, and what it changed. */
export function DocumentVersions(props: DocumentVersionsProps) {
  const { document, onChanged } = props;
  const { isEditable, kind, versions } = document;
  const mayWrite = useMayWrite()[kind] && isEditable;
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <VersionsTable
        label={t('policyVersions.title')}
        versions={versions}
        actionsOf={
          mayWrite
            ? version => (
                <VersionActions
                  version={version}
                  document={document}
                  onChanged={onChanged}
                />
              )
            : undefined
        }
      />
      {mayWrite && (
        <BringBuiltInBack document={document} onChanged={onChanged} />
      )}
      {versions.length > 1 && <CompareVersions versions={versions} />}
    </>
  );
}
