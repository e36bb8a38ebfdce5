import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useAutonomyWords } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import TextField from '@material-ui/core/TextField';
import { RIGHTS } from '../rating/ratings';

export interface AgreedRightProps {
  /** What it is about: the area is named in another cell. */
  label: string;
  value?: DecisionRight;
  onChange: (right: DecisionRight | undefined) => void;
  mistake?: string;
}

/** The right that both agree on in one area. */
export function AgreedRight(props: AgreedRightProps) {
  const { label, mistake, onChange, value } = props;
  const words = useAutonomyWords();
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      value={String(value ?? '')}
      error={mistake !== undefined}
      helperText={mistake}
      SelectProps={{ native: true }}
      style={{ minWidth: 132 }}
      inputProps={{ 'aria-label': label }}
      onChange={event =>
        onChange(RIGHTS.find(right => String(right) === event.target.value))
      }
    >
      {value === undefined && <option value="" aria-label={label} />}
      {RIGHTS.map(right => (
        <option key={right} value={String(right)}>
          {words.right(right)}
        </option>
      ))}
    </TextField>
  );
}
