import type {
  Evaluation,
  IncidentReview,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicy } from '../../usePolicy';
import { reviewWorth } from './reviewWorth';

// As in the account that the figures are lines of.
const DIGITS = 3;
const SAME = 0.0005;

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'AutonomyReviewWorthNote' },
);

export interface ReviewWorthNoteProps {
  incident: RecordedIncident;
  /** As it would be. */
  review: IncidentReview;
  evaluation: Evaluation;
  /** UTC milliseconds. */
  now: number;
}

/** What a review is worth for trust, by the policy in force. */
export function ReviewWorthNote(props: ReviewWorthNoteProps) {
  const { evaluation, incident, now, review } = props;
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const policy = usePolicy();
  if (!policy) return null;
  const worth = reviewWorth({
    incident,
    review,
    trust: evaluation.trust,
    learning: policy.trust.learning,
    now,
  });
  if (worth.length === 0) return null;
  const figure = (value: number) => format.fixed(value, DIGITS);
  const titleOf = (area: string) =>
    evaluation.rights.find(right => right.area === area)?.title ?? area;
  return (
    <ul className={classes.root} aria-live="polite">
      {worth.map(({ after, area, before, closed }) => (
        <li key={area}>
          {Math.abs(before - after) < SAME
            ? t('incidentReview.worthSame', {
                area: titleOf(area),
                before: figure(before),
              })
            : t('incidentReview.worth', {
                area: titleOf(area),
                before: figure(before),
                after: figure(after),
              })}{' '}
          {closed < after - SAME &&
            t('incidentReview.worthClosed', { closed: figure(closed) })}
        </li>
      ))}
      {incident.resolvedAt === undefined && (
        <li>{t('incidentReview.worthOpen')}</li>
      )}
    </ul>
  );
}
