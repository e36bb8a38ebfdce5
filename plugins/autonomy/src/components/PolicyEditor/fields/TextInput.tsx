import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { useFieldWords } from '../../actions/dialog';
import { useField } from '../document/Editing';
import type { FieldProps } from './fieldProps';
import { useFieldText } from './useFieldText';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

export interface TextInputProps extends FieldProps {
  type?: 'text' | 'number';
  /** Room for several lines. */
  large?: boolean;
  required?: boolean;
  /** It can be read only, whatever the rest can. */
  isFixed?: boolean;
  placeholder?: string;
}

/** A text or figure of the document; an empty one says nothing. */
export function TextInput(props: TextInputProps) {
  const { address, hasHiddenLabel, label, large, type = 'text' } = props;
  const { change, isReadOnly, mistake, value } = useField(address);
  const words = useFieldWords({ ...props, mistake });
  const {
    flush,
    text,
    type: write,
  } = useFieldText(
    value === undefined || value === null ? '' : String(value),
    typed => {
      const trimmed = typed.trim();
      if (trimmed === '') change(undefined);
      // What is no figure is written as it is: the verdict says what was expected.
      else if (type === 'number' && NUMBER.test(trimmed)) {
        change(Number(trimmed));
      } else change(trimmed);
    },
  );
  return (
    <TextField
      {...words}
      label={hasHiddenLabel ? undefined : words.label}
      id={useId()}
      fullWidth
      size="small"
      variant="outlined"
      multiline={large}
      minRows={large ? 2 : undefined}
      value={text}
      required={props.required}
      placeholder={props.placeholder}
      inputProps={{
        'aria-label': hasHiddenLabel ? label : undefined,
        inputMode: type === 'number' ? 'decimal' : undefined,
        readOnly: isReadOnly || props.isFixed,
      }}
      InputLabelProps={props.placeholder ? { shrink: true } : undefined}
      onChange={event => write(event.target.value)}
      onBlur={flush}
    />
  );
}
