import { autonomyReactTranslationRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { useAreaTitles } from '../../eventWords/useAreaTitles';
import { listAt } from '../document/address';
import { useEditing } from '../document/Editing';
import { FormSection } from '../fields/FormSection';
import { MetadataFields } from '../fields/MetadataFields';
import { areaFields, GRACE_FIELDS, LEVEL_FIELDS } from './policyFields';
import { PolicyFieldInput } from './PolicyFieldInput';
import { usePolicyFieldWords } from './usePolicyFieldWords';

/** What the policy says that is changed most often; whatever else it says is in the text. */
export function PolicyForm() {
  const { document, inForce } = useEditing();
  const areas = useAreaTitles();
  const words = usePolicyFieldWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: shared } = useTranslationRef(autonomyReactTranslationRef);
  const levels = [...new Set(LEVEL_FIELDS.map(({ of = '' }) => of))];
  const areaIds = new Set(
    [
      ...listAt({ spec: inForce.spec }, ['spec', 'areas']),
      ...listAt(document, ['spec', 'areas']),
    ].map(({ id }) => String(id)),
  );
  return (
    <>
      <MetadataFields kind="policy" />
      <Typography variant="body2" gutterBottom>
        {t('editorForm.policyHelp')}
      </Typography>
      {levels.map(level => (
        <FormSection key={level} title={shared('level.name', { level })} isGrid>
          {LEVEL_FIELDS.filter(({ of }) => of === level).map(field => (
            <PolicyFieldInput
              key={field.name}
              field={field}
              label={words.label(field)}
              help={words.inForce(field)}
            />
          ))}
        </FormSection>
      ))}
      <FormSection
        title={t('editorForm.graces')}
        help={t('editorForm.gracesHelp')}
        isGrid
      >
        {GRACE_FIELDS.map(field => (
          <PolicyFieldInput
            key={field.of}
            field={field}
            label={words.fullLabel(field)}
            help={words.inForce(field)}
          />
        ))}
      </FormSection>
      <FormSection
        title={t('editorForm.areas')}
        help={t('editorForm.areasHelp')}
      >
        {[...areaIds].map(id => (
          <FormSection key={id} title={areas.get(id) ?? id} isGrid>
            {areaFields(id).map(field => (
              <PolicyFieldInput
                key={field.name}
                field={field}
                label={words.label(field)}
                help={words.inForce(field)}
              />
            ))}
          </FormSection>
        ))}
      </FormSection>
    </>
  );
}
