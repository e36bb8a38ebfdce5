import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { autonomyTranslationRef } from '../../translation';
import { VIEWS, type ListQuery } from './listQuery';

const useStyles = makeStyles(
  theme => ({
    // The chosen one would be too pale to read.
    button: {
      '&&': { color: theme.palette.text.primary },
      textTransform: 'none',
      padding: theme.spacing(0.5, 2),
    },
    chosen: { fontWeight: 700, textDecoration: 'underline' },
  }),
  { name: 'AutonomyViewToggle' },
);

export interface ViewToggleProps {
  view: ListQuery['view'];
  onChange: (view: ListQuery['view']) => void;
}

/** The reader's own entities, or all of them. */
export function ViewToggle({ view, onChange }: ViewToggleProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('view.label')}
      value={view ?? false}
      // The chosen one cannot be taken back, only changed.
      onChange={(_, chosen) => chosen && onChange(chosen)}
    >
      {VIEWS.map(each => (
        <ToggleButton
          key={each}
          value={each}
          className={`${classes.button} ${each === view ? classes.chosen : ''}`}
        >
          {t(`view.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
