import type { PolicyDocumentKind } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { FormSection } from './FormSection';
import { TextInput } from './TextInput';

/** What a document is called, and by whom it is kept. */
export function MetadataFields({ kind }: { kind: PolicyDocumentKind }) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <FormSection title={t('editorForm.about')} isGrid>
      <TextInput
        address={['metadata', 'name']}
        label={t('editorForm.name')}
        help={t('editorForm.nameHelp')}
        isFixed
      />
      <TextInput
        address={['metadata', 'title']}
        label={t('editorForm.title')}
        required={kind === 'scorecard'}
      />
      {kind === 'scorecard' && (
        <TextInput
          address={['metadata', 'owner']}
          label={t('editorForm.owner')}
          help={t('editorForm.ownerHelp')}
        />
      )}
      {kind === 'overlay' && (
        <TextInput
          address={['metadata', 'domain']}
          label={t('editorForm.domain')}
          help={t('editorForm.domainHelp')}
          isFixed
        />
      )}
      <TextInput
        address={['metadata', 'description']}
        label={t('editorForm.description')}
        large
      />
    </FormSection>
  );
}
