import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useId, type ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../shared';
import { ComponentField } from './ComponentField';
import { causeOf, type DisputeDraft } from './disputeDraft';

export interface CauseFieldProps {
  incident: RecordedIncident;
  draft: DisputeDraft;
  onChange: (part: Partial<DisputeDraft>) => void;
  mistake?: string;
}

/** Who answers for an incident: as it is, another component, or nobody here. */
export function CauseField(props: CauseFieldProps) {
  const { draft, incident, mistake, onChange } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const labelId = useId();
  const cause = causeOf(incident);
  const isExternal = cause === 'external';
  const choice = (value: DisputeDraft['cause'], label: ReactNode) => (
    <FormControlLabel
      value={value}
      control={<Radio color="primary" size="small" />}
      label={label}
    />
  );
  return (
    <FormControl component="fieldset" fullWidth>
      <FormLabel id={labelId}>{t('incidentDispute.cause')}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={draft.cause}
        onChange={(_, value) =>
          onChange({ cause: value as DisputeDraft['cause'] })
        }
      >
        {choice(
          'same',
          t('incidentDispute.sameCause', {
            cause: isExternal ? (
              <>{t('incidentDispute.external')}</>
            ) : (
              <EntityName entityRef={cause} />
            ),
          }),
        )}
        {choice('other', t('incidentDispute.otherCause'))}
        {!isExternal && choice('external', t('incidentDispute.external'))}
      </RadioGroup>
      {draft.cause === 'other' && (
        <ComponentField
          value={draft.component}
          onChange={component => onChange({ component })}
          mistake={mistake}
        />
      )}
    </FormControl>
  );
}
