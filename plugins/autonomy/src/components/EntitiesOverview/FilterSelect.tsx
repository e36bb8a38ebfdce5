import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { FilterOption } from './useFilterOptions';

// A long choice is cut rather than wrapped, so that the row of filters keeps its height.
const useStyles = makeStyles(
  {
    inputRoot: {
      flexWrap: 'nowrap',
      '& $input': { minWidth: 24 },
    },
    input: {},
    tag: { minWidth: 0 },
  },
  { name: 'AutonomyFilterSelect' },
);

export interface FilterSelectProps<T> {
  label: string;
  options: FilterOption<T>[];
  value?: T[];
  onChange: (value: T[]) => void;
}

/** Any number of the options; none means all. */
export function FilterSelect<T extends string | number>(
  props: FilterSelectProps<T>,
) {
  const { label, options, value = [], onChange } = props;
  const classes = useStyles();
  // A value from the address stays visible before, or without, its option.
  const optionOf = (item: T) =>
    options.find(option => option.value === item) ?? {
      value: item,
      label: String(item),
    };
  return (
    <Autocomplete
      multiple
      classes={classes}
      size="small"
      limitTags={1}
      disableCloseOnSelect
      options={options}
      value={value.map(optionOf)}
      getOptionLabel={option => option.label}
      getOptionSelected={(option, selected) => option.value === selected.value}
      onChange={(_, selected) => onChange(selected.map(item => item.value))}
      renderInput={params => (
        <TextField {...params} label={label} variant="outlined" />
      )}
    />
  );
}
