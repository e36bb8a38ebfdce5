import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useFieldWords } from '../../actions/dialog';
import { utcInstant } from './publishDate';

const CHOICES = ['at-once', 'later'] as const;

export type PublishWhen = (typeof CHOICES)[number];

export interface WhenFieldProps {
  when: PublishWhen;
  onWhen: (when: PublishWhen) => void;
  /** In UTC, as the browser spells it. */
  date: string;
  onDate: (date: string) => void;
  mistake?: string;
}

/** At once, or from some time on; until then the former version holds. */
export function WhenField(props: WhenFieldProps) {
  const { date, mistake, onDate, onWhen, when } = props;
  const id = useId();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const instant = utcInstant(date);
  const words = useFieldWords({
    label: t('publish.date'),
    help:
      instant === undefined
        ? t('publish.dateHelp')
        : t('publish.dateHere', { date: format.dateTime(instant) }),
    mistake,
  });
  return (
    <div>
      <RadioGroup
        aria-label={t('publish.when')}
        value={when}
        onChange={event => onWhen(event.target.value as PublishWhen)}
      >
        {CHOICES.map(each => (
          <FormControlLabel
            key={each}
            value={each}
            control={<Radio size="small" color="primary" />}
            label={t(`publish.${each}`)}
          />
        ))}
      </RadioGroup>
      {when === 'later' && (
        <TextField
          {...words}
          id={id}
          type="datetime-local"
          size="small"
          variant="outlined"
          margin="dense"
          value={date}
          InputLabelProps={{ shrink: true }}
          onChange={event => onDate(event.target.value)}
        />
      )}
    </div>
  );
}
