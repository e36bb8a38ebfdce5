import type { EvaluationHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    heading: { fontWeight: 600, marginTop: theme.spacing(1) },
    list: {
      margin: theme.spacing(0.5, 0, 1),
      paddingLeft: theme.spacing(3),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyQuarantinedEntities' },
);

/** The entities whose evaluation was given up, with the reason; the first of many. */
export function QuarantinedEntities(props: {
  quarantined: EvaluationHealth['quarantined'];
}) {
  const { count, first } = props.quarantined;
  const id = useId();
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (first.length === 0) {
    return null;
  }
  return (
    <>
      <Typography id={id} variant="body2" className={classes.heading}>
        {t('health.quarantined')}
      </Typography>
      <ul className={classes.list} aria-labelledby={id}>
        {first.map(({ entityRef, reason, since }) => (
          <Typography key={entityRef} variant="body2" component="li">
            <EntityRefLink entityRef={entityRef} hideIcon />
            {': '}
            {t('health.quarantinedSince', {
              reason,
              date: format.dateTime(since),
            })}
          </Typography>
        ))}
      </ul>
      {count > first.length && (
        <Typography variant="body2" color="textSecondary">
          {t('health.moreQuarantined', { count: count - first.length })}
        </Typography>
      )}
    </>
  );
}
