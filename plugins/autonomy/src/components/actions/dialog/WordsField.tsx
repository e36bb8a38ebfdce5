import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { useFieldWords, type FieldWords } from './useFieldWords';

export interface WordsFieldProps extends FieldWords {
  value: string;
  onChange: (text: string) => void;
  longest: number;
  required?: boolean;
  /** Room for several lines. */
  large?: boolean;
  type?: 'text' | 'url';
}

/** A text that somebody writes. */
export function WordsField(props: WordsFieldProps) {
  const { value, onChange, longest, large } = props;
  const words = useFieldWords(props);
  return (
    <TextField
      {...words}
      id={useId()}
      fullWidth
      type={large ? undefined : props.type}
      size="small"
      variant="outlined"
      multiline={large}
      minRows={large ? 3 : undefined}
      value={value}
      required={props.required}
      inputProps={{ maxLength: longest }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
