import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useAsync from 'react-use/esm/useAsync';
import { autonomyApiRef } from '../api';
import { GuardrailStatusChip } from '../components/GuardrailStatusChip';
import { LevelBadge } from '../components/LevelBadge';
import { autonomyReactTranslationRef } from '../translation';
import { SummaryLoader } from './SummaryLoader';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      whiteSpace: 'nowrap',
    },
    skeleton: {
      display: 'inline-block',
      width: 96,
      height: 16,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.hover,
    },
  }),
  { name: 'AutonomyCell' },
);

/** Level and guardrail status of an entity; empty where it is not evaluated. */
export function AutonomyCell({ entity }: { entity: Entity }) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  const api = useApi(autonomyApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { value, loading, error } = useAsync(
    () => SummaryLoader.of(api).load(entityRef),
    [api, entityRef],
  );
  if (loading) {
    return <span className={classes.skeleton} aria-hidden />;
  }
  if (error) {
    return (
      <Typography variant="caption" color="textSecondary" title={error.message}>
        {t('catalog.failed')}
      </Typography>
    );
  }
  if (!value) {
    return null;
  }
  const { guardrailStatus, guardrailsBreached, level, levelTitle } = value;
  return (
    <span className={classes.root}>
      <LevelBadge level={level} title={levelTitle} compact />
      <GuardrailStatusChip
        status={guardrailStatus}
        count={guardrailsBreached || undefined}
      />
    </span>
  );
}
