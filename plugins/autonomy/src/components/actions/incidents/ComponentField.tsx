import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useFieldWords } from '../dialog';
import { useComponents, type ComponentChoice } from './useComponents';

export interface ComponentFieldProps {
  value?: ComponentChoice;
  onChange: (choice: ComponentChoice | undefined) => void;
  mistake?: string;
}

/** One of the catalog's components, found by its name. */
export function ComponentField(props: ComponentFieldProps) {
  const { mistake, onChange, value } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [text, setText] = useState('');
  const words = useFieldWords({
    label: t('incidentDispute.component'),
    mistake,
  });
  // What is chosen is no search.
  const { components, loading } = useComponents(
    value && text === labelOf(value) ? '' : text,
  );
  return (
    <Autocomplete
      id={useId()}
      size="small"
      style={{ marginTop: 8 }}
      options={components}
      // The catalog has searched already.
      filterOptions={options => options}
      value={value ?? null}
      inputValue={text}
      getOptionLabel={labelOf}
      getOptionSelected={(option, chosen) =>
        option.entityRef === chosen.entityRef
      }
      loading={loading}
      loadingText={t('incidentDispute.searching')}
      noOptionsText={t('incidentDispute.noComponent')}
      openText={t('incidentDispute.openList')}
      closeText={t('incidentDispute.closeList')}
      clearText={t('incidentDispute.clear')}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, choice) => onChange(choice ?? undefined)}
      renderInput={params => (
        <TextField {...params} variant="outlined" {...words} required />
      )}
    />
  );
}

/** Several components may have one title. */
function labelOf({ entityRef, title }: ComponentChoice): string {
  return `${title} · ${entityRef}`;
}
