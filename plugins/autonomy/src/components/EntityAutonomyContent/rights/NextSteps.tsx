import type {
  RightResult,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { useDetailsStyles } from '../../AutonomyDetails';
import type { TabAddress } from '../useTabAddress';
import { useNextSteps } from './useNextSteps';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'AutonomyNextSteps' },
);

export interface NextStepsProps {
  right: RightResult;
  trust?: TrustResult;
  address: TabAddress;
}

/** What would widen the right. */
export function NextSteps({ right, trust, address }: NextStepsProps) {
  const classes = useStyles();
  const details = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const steps = useNextSteps(right, trust);
  return (
    <div className={classes.root}>
      <h3 className={details.heading}>{t('nextSteps.heading')}</h3>
      {steps.length === 0 ? (
        <p className={details.text}>{t('nextSteps.none')}</p>
      ) : (
        <ul className={`${details.text} ${classes.list}`}>
          {steps.map(({ text, target }) => (
            <li key={text}>
              {text}{' '}
              {target && (
                <Link to={address.hrefOf(target.topic)} underline="always">
                  {target.label}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
