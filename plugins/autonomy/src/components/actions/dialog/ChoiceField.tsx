import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

export interface ChoiceFieldProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  choices: { value: T; label: string }[];
}

/** One of a few words, by the browser's own means. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { choices, label, onChange, value } = props;
  return (
    <TextField
      id={useId()}
      select
      size="small"
      variant="outlined"
      label={label}
      value={value}
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
