import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  GuardrailStatusChip,
  LevelBadge,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: '28px minmax(0, 1fr) minmax(0, 9em) minmax(0, 13em)',
      alignItems: 'center',
      columnGap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '28px minmax(0, 1fr)',
        '& > :nth-child(n+3)': { gridColumn: 2 },
      },
    },
  }),
  { name: 'AutonomyShortfallLine' },
);

export interface ShortfallLineProps {
  entity: AutonomyEntitySummary;
}

/** One entity with what it lacks; its page says why. */
export function ShortfallLine({ entity }: ShortfallLineProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { guardrailStatus, guardrailsBreached } = entity;
  return (
    <li className={classes.root}>
      <LevelBadge level={entity.level} title={entity.levelTitle} compact />
      <EntityRefLink
        entityRef={entity.entityRef}
        title={entity.title ?? entity.name}
        hideIcon
      />
      <GuardrailStatusChip
        status={guardrailStatus}
        count={guardrailsBreached || undefined}
      />
      <span>{t('shortfall.gaps', { count: entity.readinessGaps })}</span>
    </li>
  );
}
