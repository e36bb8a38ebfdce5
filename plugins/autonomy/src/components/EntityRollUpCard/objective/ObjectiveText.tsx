import type { Objective } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { useRollUpStyles } from '../styles';
import { ObjectiveMeasures } from './ObjectiveMeasures';

const useStyles = makeStyles(
  theme => ({
    statement: {
      ...theme.typography.body1,
      margin: theme.spacing(0, 0, 1),
      overflowWrap: 'anywhere',
    },
    facts: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 4),
      margin: theme.spacing(1.5, 0, 0),
      '& > div': { display: 'flex', gap: theme.spacing(1), minWidth: 0 },
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'AutonomyObjectiveText' },
);

/** The objective with its measures, who answers for it, and when it is looked at again. */
export function ObjectiveText({ objective }: { objective: Objective }) {
  const { statement, measures, ownerRef, reviewAt } = objective;
  const classes = useStyles();
  const shared = useRollUpStyles();
  const now = useNow();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const date = format.date(reviewAt);
  return (
    <>
      <p className={classes.statement}>{statement}</p>
      <ObjectiveMeasures measures={measures} />
      <dl className={classes.facts}>
        <div>
          <dt>{t('objective.owner')}</dt>
          <dd>
            <EntityRefLink entityRef={ownerRef} hideIcon />
          </dd>
        </div>
        <div>
          <dt>{t('objective.review')}</dt>
          <dd>{date}</dd>
        </div>
      </dl>
      {reviewAt <= now && (
        <div className={shared.text}>
          <Concern>{t('objective.overdue', { date })}</Concern>
        </div>
      )}
    </>
  );
}
