import { guardrailStatusLook } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { STATUSES } from './standingOf';
import { useGroundStyles } from './styles';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0, 0.5),
      padding: 0,
      listStyle: 'none',
    },
    entry: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    swatch: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 28,
      height: 20,
      borderRadius: 2,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'AutonomyMatrixLegend' },
);

/** What the grounds and icons mean, and how to get around. */
export function MatrixLegend() {
  const classes = useStyles();
  const grounds = useGroundStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <ul className={classes.list} aria-label={t('matrix.legend')}>
        {STATUSES.map(status => {
          const { Icon } = guardrailStatusLook[status];
          return (
            <Typography
              key={status}
              variant="body2"
              component="li"
              className={classes.entry}
            >
              <span className={`${classes.swatch} ${grounds[status]}`}>
                <Icon size={14} aria-hidden />
              </span>
              {t(`guardrailState.${status}`)}
            </Typography>
          );
        })}
      </ul>
      <Typography variant="caption" color="textSecondary" component="p">
        {t('matrix.howTo')}
      </Typography>
    </>
  );
}
