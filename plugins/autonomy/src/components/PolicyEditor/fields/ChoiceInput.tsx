import TextField from '@material-ui/core/TextField';
import type { JsonPrimitive } from '@backstage/types';
import { useId } from 'react';
import { useFieldWords } from '../../actions/dialog';
import { useField } from '../document/Editing';
import type { FieldProps } from './fieldProps';

export interface ChoiceInputProps extends FieldProps {
  choices: { value: JsonPrimitive; label: string }[];
  /** What holds where nothing is chosen; without it something has to be. */
  absent?: string;
  isFixed?: boolean;
}

/** One of a few values, by the browser's own means. */
export function ChoiceInput(props: ChoiceInputProps) {
  const { absent, address, choices, hasHiddenLabel, isFixed, label } = props;
  const { change, isReadOnly, mistake, value } = useField(address);
  const words = useFieldWords({ ...props, mistake });
  const chosen = value === undefined || value === null ? '' : String(value);
  const isKnown = choices.some(choice => String(choice.value) === chosen);
  return (
    <TextField
      {...words}
      label={hasHiddenLabel ? undefined : words.label}
      id={useId()}
      select
      fullWidth
      size="small"
      variant="outlined"
      value={chosen}
      disabled={isReadOnly || isFixed}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': hasHiddenLabel ? label : undefined }}
      InputLabelProps={{ shrink: true }}
      onChange={event =>
        change(
          choices.find(choice => String(choice.value) === event.target.value)
            ?.value,
        )
      }
    >
      {(absent !== undefined || chosen === '') && (
        <option value="">{absent ?? ''}</option>
      )}
      {!isKnown && chosen !== '' && <option value={chosen}>{chosen}</option>}
      {choices.map(({ label: text, value: each }) => (
        <option key={String(each)} value={String(each)}>
          {text}
        </option>
      ))}
    </TextField>
  );
}
