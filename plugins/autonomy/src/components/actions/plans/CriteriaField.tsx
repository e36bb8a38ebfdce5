import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useFieldWords } from '../dialog';

export interface CriteriaFieldProps {
  checks: CheckResult[];
  /** Ids of the chosen ones. */
  value: string[];
  onChange: (ids: string[]) => void;
  mistake?: string;
}

/** The checks that must pass at the end of a plan. */
export function CriteriaField(props: CriteriaFieldProps) {
  const { checks, mistake, onChange, value } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const words = useFieldWords({
    label: t('planForm.criteria'),
    help: t('planForm.criteriaHelp'),
    mistake,
  });
  const known = new Map(checks.map(check => [check.id, check]));
  // One that the entity does not have any more stays visible.
  const options = [...new Set([...known.keys(), ...value])];
  const labelOf = (id: string) => {
    const check = known.get(id);
    return check ? `${check.title} · ${t(`check.states.${check.state}`)}` : id;
  };
  return (
    <Autocomplete
      id={useId()}
      multiple
      size="small"
      disableCloseOnSelect
      options={options}
      value={value}
      getOptionLabel={labelOf}
      noOptionsText={t('planForm.noChecks')}
      onChange={(_, chosen) => onChange(chosen)}
      renderInput={params => (
        <TextField {...params} {...words} variant="outlined" />
      )}
    />
  );
}
