import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE = 300;

export interface TextFilterProps {
  label: string;
  value?: string;
  onChange: (value: string) => void;
}

/** A text that is searched for once the reader pauses. */
export function TextFilter({ label, value = '', onChange }: TextFilterProps) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useDebounce(
    () => {
      if (text !== value) onChange(text);
    },
    PAUSE,
    [text],
  );
  return (
    <TextField
      id={id}
      fullWidth
      type="search"
      size="small"
      variant="outlined"
      label={label}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  );
}
