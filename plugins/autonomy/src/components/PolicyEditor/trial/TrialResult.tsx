import type { PolicyTrial } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { CheckLine } from '../../AutonomyDetails/CheckLine';
import { useDetailsStyles } from '../../AutonomyDetails/styles';
import { Concern } from '../../Concern';
import { DifferenceLines } from '../../SimulationResult/difference/DifferenceLines';

export interface TrialResultProps {
  trial: PolicyTrial;
  /** The text has changed since. */
  isOutdated: boolean;
}

/** What each check says of the entity with the values it read, and what would change about it. */
export function TrialResult({ isOutdated, trial }: TrialResultProps) {
  const { checks, difference, issues } = trial;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const titleOf = (id: string) => checks.find(check => check.id === id)?.title;
  if (issues.length > 0) {
    return (
      <Typography variant="body2" component="div" role="alert">
        <Concern>{t('trial.issues', { message: issues[0].message })}</Concern>
      </Typography>
    );
  }
  return (
    <div role="status">
      {isOutdated && (
        <Typography variant="body2" component="div">
          <Concern>{t('trial.outdated')}</Concern>
        </Typography>
      )}
      <h4 className={classes.heading}>{t('trial.changes')}</h4>
      {!difference?.atOnce && !difference?.settled && (
        <p className={classes.text}>{t('trial.nothing')}</p>
      )}
      {difference?.atOnce && (
        <>
          <p className={classes.text}>{t('simulation.atOnce')}</p>
          <DifferenceLines difference={difference.atOnce} titleOf={titleOf} />
        </>
      )}
      {difference?.settled && (
        <>
          <p className={`${classes.text} ${classes.below}`}>
            {t('simulation.settled')}
          </p>
          <DifferenceLines difference={difference.settled} titleOf={titleOf} />
        </>
      )}
      <h4 className={classes.heading}>{t('trial.checks')}</h4>
      {checks.length === 0 && (
        <p className={classes.text}>{t('trial.noChecks')}</p>
      )}
      <ul className={classes.list} aria-label={t('trial.checks')}>
        {checks.map(check => (
          <CheckLine key={check.id} check={check} />
        ))}
      </ul>
    </div>
  );
}
