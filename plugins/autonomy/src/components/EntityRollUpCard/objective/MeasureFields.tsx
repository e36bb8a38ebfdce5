import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import { RiDeleteBinLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { WordsField } from '../../actions/dialog';
import type { MeasureDraft } from './objectiveDraft';
import type { ObjectiveMistakes } from './useMistakeWords';

/** As long as the backend takes them. */
const LONGEST_TITLE = 200;
const LONGEST_FIGURE = 100;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      margin: 0,
      padding: theme.spacing(1, 1.5, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    legend: { ...theme.typography.body2, padding: theme.spacing(0, 0.5) },
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
      gap: theme.spacing(1.5),
      '& > :first-child': { gridColumn: '1 / -1' },
    },
  }),
  { name: 'AutonomyMeasureFields' },
);

export interface MeasureFieldsProps {
  number: number;
  measure: MeasureDraft;
  mistakes: ObjectiveMistakes;
  onChange: (measure: MeasureDraft) => void;
  /** Absent where it is the only one. */
  onRemove?: () => void;
}

/** One figure that tells whether the objective is reached. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { number, measure, mistakes, onChange, onRemove } = props;
  const { key } = measure;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>
        {t('objectiveForm.measure', { number: String(number) })}
      </legend>
      <div className={classes.fields}>
        <WordsField
          label={t('objectiveForm.measureTitle')}
          required
          value={measure.title}
          onChange={title => onChange({ ...measure, title })}
          longest={LONGEST_TITLE}
          mistake={mistakes[`title-${key}`]}
        />
        <WordsField
          label={t('objectiveForm.target')}
          required
          value={measure.target}
          onChange={target => onChange({ ...measure, target })}
          longest={LONGEST_FIGURE}
          mistake={mistakes[`target-${key}`]}
        />
        <WordsField
          label={t('objectiveForm.current')}
          value={measure.current}
          onChange={current => onChange({ ...measure, current })}
          longest={LONGEST_FIGURE}
        />
      </div>
      {onRemove && (
        <IconButton
          size="small"
          aria-label={t('objectiveForm.remove', { number: String(number) })}
          onClick={onRemove}
        >
          <RiDeleteBinLine size={18} />
        </IconButton>
      )}
    </fieldset>
  );
}
