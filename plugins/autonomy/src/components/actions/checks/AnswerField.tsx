import type { NewAttestation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';

const ANSWERS = ['yes', 'no'] as const;

export interface AnswerFieldProps {
  value: NewAttestation['answer'];
  onChange: (answer: NewAttestation['answer']) => void;
}

/** Yes or no, with what either does. */
export function AnswerField({ value, onChange }: AnswerFieldProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const labelId = useId();
  return (
    <FormControl component="fieldset">
      <FormLabel id={labelId}>{t('attestAction.answer')}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={value}
        onChange={(_, answer) => onChange(answer === 'no' ? 'no' : 'yes')}
      >
        {ANSWERS.map(answer => (
          <FormControlLabel
            key={answer}
            value={answer}
            control={<Radio color="primary" size="small" />}
            label={t(`attestAction.choice.${answer}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
