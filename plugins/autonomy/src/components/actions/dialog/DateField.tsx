import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { useFieldWords, type FieldWords } from './useFieldWords';

export interface DateFieldProps extends FieldWords {
  /** `2026-11-20`, or empty. */
  value: string;
  onChange: (day: string) => void;
  first?: string;
  last?: string;
  required?: boolean;
}

/** A day, by the browser's own means. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, first, last } = props;
  const words = useFieldWords(props);
  return (
    <TextField
      {...words}
      id={useId()}
      type="date"
      size="small"
      variant="outlined"
      value={value}
      required={props.required}
      inputProps={{ min: first, max: last }}
      InputLabelProps={{ shrink: true }}
      style={{ alignSelf: 'flex-start', minWidth: 160 }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
