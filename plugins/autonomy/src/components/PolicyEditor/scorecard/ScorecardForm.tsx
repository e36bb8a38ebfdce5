import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { useField } from '../document/Editing';
import { FilterInput } from '../fields/FilterInput';
import { FormSection } from '../fields/FormSection';
import { MetadataFields } from '../fields/MetadataFields';
import { ApplicabilityNote } from './Applicability';
import { CheckList } from './CheckList';

export const ROLES: ScorecardRole[] = [
  'readiness',
  'guardrails',
  'levels',
  'accountability',
];

/** What a scorecard asks, of whom, and why. */
export function ScorecardForm() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value } = useField(['spec', 'role']);
  const role = ROLES.find(each => each === value);
  return (
    <>
      <MetadataFields kind="scorecard" />
      <FormSection title={t('editorForm.scope')}>
        {role && (
          <Typography variant="body2" style={{ marginBottom: 12 }}>
            {t(`editorRole.${role}`)}
          </Typography>
        )}
        <FilterInput
          address={['spec', 'filter']}
          label={t('editorForm.filter')}
          help={t('editorForm.filterHelp')}
        >
          <ApplicabilityNote />
        </FilterInput>
      </FormSection>
      {role && (
        <FormSection
          title={t('editorForm.checks')}
          help={t('editorForm.checksHelp')}
        >
          <CheckList
            list={['spec', 'checks']}
            role={role}
            label={t('editorForm.checks')}
          />
        </FormSection>
      )}
    </>
  );
}
