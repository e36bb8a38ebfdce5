import {
  SEVERITIES,
  type Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyReactTranslationRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../dialog';

export interface TrialFieldsProps {
  /** From which severity on an incident ends the trial; absent where it is none. */
  value?: Severity;
  onChange: (failsFrom: Severity | undefined) => void;
}

const USUAL: Severity = 'medium';

/** Whether a grant is a trial, and what counts as its failure. */
export function TrialFields({ onChange, value }: TrialFieldsProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  return (
    <div>
      <FormControlLabel
        label={t('grantForm.trial')}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={value !== undefined}
            onChange={(_, checked) => onChange(checked ? USUAL : undefined)}
          />
        }
      />
      {value && (
        <>
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('grantForm.trialMeaning')}
          </Typography>
          <ChoiceField
            label={t('grantForm.failsFrom')}
            value={value}
            onChange={onChange}
            choices={SEVERITIES.map(severity => ({
              value: severity,
              label: t('grantForm.severity', {
                severity: word(`consequence.${severity}`),
              }),
            }))}
          />
        </>
      )}
    </div>
  );
}
