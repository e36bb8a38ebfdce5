import type { AutonomyLevel } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyReactTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.3,
    },
    number: {
      flex: 'none',
      minWidth: 24,
      height: 24,
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      borderRadius: 4,
      fontWeight: 700,
      color: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1.5px ${theme.palette.primary.main}`,
    },
  }),
  { name: 'AutonomyLevelBadge' },
);

/** @public */
export interface LevelBadgeProps {
  level: AutonomyLevel;
  /** Name of the level from the policy. */
  title: string;
  /** Shows the number alone; the name stays in its label. */
  compact?: boolean;
}

/** The level of an entity, by number and name. @public */
export function LevelBadge({ level, title, compact }: LevelBadgeProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  const label = t('level.badge', { level: String(level), title });
  return (
    <span className={classes.root}>
      <span
        className={classes.number}
        role="img"
        aria-label={compact ? label : t('level.name', { level: String(level) })}
        title={compact ? label : undefined}
      >
        {level}
      </span>
      {compact ? undefined : <span>{title}</span>}
    </span>
  );
}
