import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RiCheckLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { Concern } from '../Concern';
import type { HealthProblem } from './problemsOf';
import { useProblemWords } from './useProblemWords';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(0.75),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyProblemList' },
);

/** Every problem as a sentence, or that there is none. */
export function ProblemList({ problems }: { problems: HealthProblem[] }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const words = useProblemWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (problems.length === 0) {
    return (
      <Typography variant="body2" className={tones.good}>
        <RiCheckLine size={16} aria-hidden style={{ verticalAlign: -3 }} />{' '}
        {t('health.noProblems')}
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-label={t('health.problems')}>
      {problems.map(problem => {
        const text = words(problem);
        return (
          <Typography key={text} variant="body2" component="li">
            <Concern>{text}</Concern>
          </Typography>
        );
      })}
    </ul>
  );
}
