import type { Vote } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { WordsField } from '../../actions/dialog';
import type { Ballot } from './useBallot';

const VOTES: Vote[] = ['approve', 'reject'];

/** For or against, and why. */
export function BallotFields({ ballot }: { ballot: Ballot }) {
  const { mistakes, reason, setVote, vote } = ballot;
  const id = useId();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const isMissing = mistakes.vote !== undefined;
  return (
    <>
      <FormControl component="fieldset" error={isMissing}>
        <FormLabel component="legend" id={`${id}-legend`}>
          <span className={isMissing ? tones.bad : undefined}>
            {t('boardVote.vote')}
          </span>
        </FormLabel>
        <RadioGroup
          row
          name={id}
          value={vote ?? ''}
          aria-labelledby={`${id}-legend`}
          aria-describedby={isMissing ? `${id}-mistake` : undefined}
          onChange={event => setVote(event.target.value as Vote)}
        >
          {VOTES.map((each, index) => (
            <FormControlLabel
              key={each}
              value={each}
              label={t(`boardVote.${each}`)}
              control={
                <Radio
                  color="primary"
                  inputProps={{
                    // The first of them is where a refusal leads.
                    'aria-invalid': index === 0 && isMissing,
                  }}
                />
              }
            />
          ))}
        </RadioGroup>
        {isMissing && (
          <FormHelperText id={`${id}-mistake`}>
            <span className={tones.bad}>{mistakes.vote}</span>
          </FormHelperText>
        )}
      </FormControl>
      <WordsField
        {...reason}
        label={t('boardVote.reason')}
        mistake={mistakes.reason}
      />
    </>
  );
}
