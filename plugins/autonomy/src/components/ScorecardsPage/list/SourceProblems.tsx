import type { PolicyDocuments } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
    list: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'AutonomySourceProblems' },
);

/** What keeps parts of the configuration from being read anew. */
export function SourceProblems(props: Pick<PolicyDocuments, 'problems'>) {
  const { problems } = props;
  const classes = useStyles();
  const format = useFormatters();
  const id = useId();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (problems.length === 0) return null;
  return (
    <div className={classes.root} role="alert">
      <Typography id={id} variant="body2" style={{ fontWeight: 600 }}>
        {t('scorecards.problemsTitle')}
      </Typography>
      <ul className={classes.list} aria-labelledby={id}>
        {problems.map(({ message, place, since }) => (
          <Typography
            key={`${place} ${message}`}
            variant="body2"
            component="li"
          >
            <Concern>
              {t('scorecards.problem', {
                place,
                message,
                date: format.dateTime(since),
              })}
            </Concern>
          </Typography>
        ))}
      </ul>
    </div>
  );
}
