import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId, useMemo, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { autonomyTranslationRef } from '../../../translation';
import { useGroups } from './useGroups';

const PAUSE = 300;

export interface GroupFieldProps {
  label: string;
  help: string;
  mistake?: string;
  value?: string;
  onChange: (ref: string | undefined) => void;
  isOptional?: boolean;
  /** What the button says that empties it. */
  clear?: string;
}

/** One group of the catalog, which is searched while the reader types. */
export function GroupField(props: GroupFieldProps) {
  const { label, help, isOptional, mistake, value, onChange } = props;
  const id = useId();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [typed, setTyped] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(typed), PAUSE, [typed]);
  const { groups, chosen, loading } = useGroups(term, value);
  const title =
    [...groups, chosen].find(group => group?.ref === value)?.title ??
    (value && defaultEntityPresentation(value).primaryTitle);
  // The field takes over another title with another object only.
  const selected = useMemo(
    () => (value && title ? { ref: value, title } : null),
    [value, title],
  );
  return (
    <Autocomplete
      id={id}
      size="small"
      options={groups}
      // Searched by the catalog already.
      filterOptions={options => options}
      getOptionLabel={group => group.title}
      getOptionSelected={(group, other) => group.ref === other.ref}
      loading={loading}
      loadingText={t('objectiveForm.searching')}
      noOptionsText={t('objectiveForm.noGroup')}
      openText={t('objectiveForm.showGroups')}
      closeText={t('objectiveForm.hideGroups')}
      clearText={props.clear ?? t('objectiveForm.noOwner')}
      value={selected}
      onChange={(_, group) => onChange(group?.ref)}
      onInputChange={(_, text, reason) => {
        if (reason !== 'reset') setTyped(text);
      }}
      renderInput={params => (
        <TextField
          {...params}
          required={!isOptional}
          variant="outlined"
          label={label}
          error={mistake !== undefined}
          helperText={mistake ?? help}
        />
      )}
    />
  );
}
