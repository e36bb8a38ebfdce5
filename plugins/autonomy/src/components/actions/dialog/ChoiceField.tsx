import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { useFieldWords } from './useFieldWords';

export interface ChoiceFieldProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  choices: { value: T; label: string }[];
  mistake?: string;
}

/** One of a few words, by the browser's own means. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { choices, onChange, value } = props;
  const words = useFieldWords(props);
  return (
    <TextField
      {...words}
      id={useId()}
      select
      size="small"
      variant="outlined"
      value={value}
      // Short words make a field too narrow for its label.
      style={{ minWidth: 150 }}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChange(event.target.value as T)}
    >
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
}
