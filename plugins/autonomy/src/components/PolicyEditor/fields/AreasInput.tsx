import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useFieldWords } from '../../actions/dialog';
import { useAreaTitles } from '../../eventWords/useAreaTitles';
import { useField } from '../document/Editing';
import type { FieldProps } from './fieldProps';

/** Any number of the decision areas that the policy knows. */
export function AreasInput(props: FieldProps) {
  const { change, isReadOnly, mistake, value } = useField(props.address);
  const words = useFieldWords({ ...props, mistake });
  const titles = useAreaTitles();
  const areas = Array.isArray(value) ? value.map(String) : [];
  return (
    <Autocomplete
      multiple
      size="small"
      disableCloseOnSelect
      disabled={isReadOnly}
      options={[...new Set([...titles.keys(), ...areas])]}
      value={areas}
      getOptionLabel={area => titles.get(area) ?? area}
      onChange={(_, chosen) => change(chosen)}
      renderInput={params => (
        <TextField {...params} {...words} variant="outlined" />
      )}
    />
  );
}
