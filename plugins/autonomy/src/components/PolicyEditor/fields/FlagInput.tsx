import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import { useId } from 'react';
import { useField } from '../document/Editing';
import type { FieldProps } from './fieldProps';

export interface FlagInputProps extends FieldProps {
  /** What is written where it is set; where it is not, nothing is. */
  set?: boolean;
}

/** Something that is so or not; what is not said is not so. */
export function FlagInput(props: FlagInputProps) {
  const { address, help, label, set = true } = props;
  const id = useId();
  const tones = useToneStyles();
  const { change, isReadOnly, mistake, value } = useField(address);
  return (
    <div>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={value === set}
            disabled={isReadOnly}
            inputProps={{ 'aria-describedby': id }}
            onChange={(_, checked) => change(checked ? set : undefined)}
          />
        }
      />
      <FormHelperText id={id} className={mistake && tones.bad}>
        {mistake ?? help}
      </FormHelperText>
    </div>
  );
}
