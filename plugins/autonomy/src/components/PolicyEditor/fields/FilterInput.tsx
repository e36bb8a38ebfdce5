import TextField from '@material-ui/core/TextField';
import type { JsonValue } from '@backstage/types';
import { useId, useState, type ReactNode } from 'react';
import { parse, stringify } from 'yaml';
import { useFieldWords } from '../../actions/dialog';
import { useField } from '../document/Editing';
import type { FieldProps } from './fieldProps';
import { useFieldText } from './useFieldText';

export interface FilterInputProps extends FieldProps {
  /** What the filter selects. */
  children: ReactNode;
}

/** A part of the document that has no form, as YAML; an empty one says nothing. */
export function FilterInput(props: FilterInputProps) {
  const { change, isReadOnly, mistake, value } = useField(props.address);
  // What cannot be read is kept as it was typed, and nothing of it is written.
  const [unread, setUnread] = useState<{ text: string; reason: string }>();
  const words = useFieldWords({
    ...props,
    mistake: unread?.reason ?? mistake,
  });
  const { flush, text, type } = useFieldText(
    unread?.text ?? (value === undefined ? '' : stringify(value).trimEnd()),
    typed => {
      try {
        const read: JsonValue | undefined = parse(typed) ?? undefined;
        setUnread(undefined);
        change(read);
      } catch (error) {
        const [reason] = (error as Error).message.split('\n');
        setUnread({ text: typed, reason });
      }
    },
  );
  return (
    <div style={{ gridColumn: '1 / -1' }}>
      <TextField
        {...words}
        id={useId()}
        fullWidth
        multiline
        minRows={2}
        size="small"
        variant="outlined"
        value={text}
        inputProps={{
          readOnly: isReadOnly,
          spellCheck: false,
          style: { fontFamily: 'monospace' },
        }}
        onChange={event => type(event.target.value)}
        onBlur={flush}
      />
      {props.children}
    </div>
  );
}
