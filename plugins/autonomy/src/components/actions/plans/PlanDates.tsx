import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { DateField } from '../dialog';
import { dayOf, daysAfter, startOfDay } from '../shared';
import type { PlanDraft, PlanLimits } from './planDraft';
import { endDays, LATEST_START, type PlanField } from './planMistakes';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) },
  }),
  { name: 'AutonomyPlanDates' },
);

export interface PlanDatesProps {
  now: number;
  limits: PlanLimits;
  draft: PlanDraft;
  onChange: (change: Partial<PlanDraft>) => void;
  mistakes: Partial<Record<PlanField, string>>;
}

/** From when, until when and when it is looked at on the way, within what the policy allows. */
export function PlanDates(props: PlanDatesProps) {
  const { draft, limits, mistakes, now, onChange } = props;
  const { endsOn, reviewOn, startsOn } = draft;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const start = startOfDay(startsOn) ?? now;
  const ends = endDays(draft, { limits, now });
  return (
    <div className={classes.root}>
      <DateField
        label={t('planForm.start')}
        required
        value={startsOn}
        first={dayOf(now)}
        last={daysAfter(now, LATEST_START)}
        mistake={mistakes.startsOn}
        onChange={day => onChange({ startsOn: day })}
      />
      <DateField
        label={t('planForm.end')}
        required
        value={endsOn}
        {...ends}
        mistake={mistakes.endsOn}
        onChange={day => onChange({ endsOn: day })}
      />
      <DateField
        label={t('planForm.review')}
        required
        value={reviewOn}
        first={daysAfter(start, 1)}
        last={endsOn}
        mistake={mistakes.reviewOn}
        onChange={day => onChange({ reviewOn: day })}
      />
    </div>
  );
}
