import type { RightResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useFieldWords } from '../dialog';

export interface AreasFieldProps {
  rights: RightResult[];
  value: string[];
  onChange: (areas: string[]) => void;
  mistake?: string;
}

/** The decision areas that a plan is about; it leaves all others alone. */
export function AreasField(props: AreasFieldProps) {
  const { mistake, onChange, rights, value } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const words = useFieldWords({
    label: t('planForm.areas'),
    help: t('planForm.areasHelp'),
    mistake,
  });
  const titles = new Map(rights.map(({ area, title }) => [area, title]));
  return (
    <Autocomplete
      id={useId()}
      multiple
      size="small"
      disableCloseOnSelect
      options={[...new Set([...titles.keys(), ...value])]}
      value={value}
      getOptionLabel={area => titles.get(area) ?? area}
      onChange={(_, chosen) => onChange(chosen)}
      renderInput={params => (
        <TextField {...params} {...words} variant="outlined" />
      )}
    />
  );
}
