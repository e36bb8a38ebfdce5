import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { listAt } from '../document/address';
import { useEditing } from '../document/Editing';
import { FormSection } from '../fields/FormSection';
import { MetadataFields } from '../fields/MetadataFields';
import {
  areaFields,
  GRACE_FIELDS,
  LEVEL_FIELDS,
  LIMIT_FIELDS,
} from '../policy/policyFields';
import { PolicyFieldInput } from '../policy/PolicyFieldInput';
import { usePolicyFieldWords } from '../policy/usePolicyFieldWords';
import { BaseTable } from './BaseTable';
import { OwnChecks } from './OwnChecks';
import { TightenedChecks } from './TightenedChecks';

/** What a governance domain asks for beyond the centre. */
export function OverlayForm() {
  const { inForce } = useEditing();
  const words = usePolicyFieldWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const areas = listAt({ spec: inForce.spec }, ['spec', 'areas']);
  const fields = [
    ...LEVEL_FIELDS,
    ...areas.map(({ id }) => areaFields(String(id))[0]),
    ...GRACE_FIELDS,
    ...LIMIT_FIELDS,
  ];
  return (
    <>
      <MetadataFields kind="overlay" />
      <FormSection
        title={t('overlayForm.checks')}
        help={t('overlayForm.checksHelp')}
      >
        <TightenedChecks />
      </FormSection>
      <FormSection
        title={t('overlayForm.policy')}
        help={t('overlayForm.policyHelp')}
      >
        <BaseTable
          label={t('overlayForm.policy')}
          rows={fields.map(field => ({
            id: JSON.stringify(field.address),
            field: words.fullLabel(field),
            base: words.base(field) ?? t('editorForm.noneInForce'),
            here: (
              <PolicyFieldInput
                field={field}
                label={words.fullLabel(field)}
                help=""
                hasHiddenLabel
              />
            ),
          }))}
        />
      </FormSection>
      <FormSection title={t('overlayForm.own')} help={t('overlayForm.ownHelp')}>
        <OwnChecks />
      </FormSection>
    </>
  );
}
