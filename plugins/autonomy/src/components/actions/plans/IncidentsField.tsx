import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';

export interface IncidentsFieldProps {
  /** By `source/id`. */
  incidents: Map<string, RecordedIncident>;
  value: string[];
  onChange: (refs: string[]) => void;
}

/** The incidents that a plan is the answer to. */
export function IncidentsField(props: IncidentsFieldProps) {
  const { incidents, onChange, value } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const labelOf = (ref: string) => {
    const incident = incidents.get(ref);
    return incident ? `${incident.title} · ${incident.id}` : ref;
  };
  return (
    <Autocomplete
      id={useId()}
      multiple
      size="small"
      disableCloseOnSelect
      options={[...new Set([...incidents.keys(), ...value])]}
      value={value}
      getOptionLabel={labelOf}
      noOptionsText={t('planForm.noIncidents')}
      onChange={(_, chosen) => onChange(chosen)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={t('planForm.incidents')}
          helperText={t('planForm.incidentsHelp')}
        />
      )}
    />
  );
}
