import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { GuardrailStatusChip } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import type { DetailsTopic } from '../AutonomyDetails';
import { ReadinessScore } from '../ReadinessScore';
import { Figure } from './Figure';
import { useCardStyles } from './styles';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'fit-content(38%) fit-content(40%) fit-content(34%)',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
  }),
  { name: 'AutonomyFigures' },
);

export interface FiguresSectionProps {
  evaluation: Evaluation;
  onShow: (topic: DetailsTopic) => void;
}

/** Guardrails, readiness and tier, side by side. */
export function FiguresSection({ evaluation, onShow }: FiguresSectionProps) {
  const { guardrails, readiness, entity } = evaluation;
  const classes = useStyles();
  const card = useCardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { status, counts } = guardrails;
  const { effective, declared, computed, dependents } = entity.tier;
  return (
    <section className={`${card.section} ${classes.grid}`}>
      <Figure
        label={t('figure.guardrails')}
        value={
          <GuardrailStatusChip
            status={status}
            count={status === 'none' ? undefined : counts[status]}
          />
        }
        note={t('figure.holding', {
          held: String(counts.ok + counts['at-risk']),
          all: String(guardrails.guardrails.length),
        })}
        onClick={() => onShow('guardrails')}
      />
      <Figure
        label={t('figure.readiness')}
        value={<ReadinessScore {...readiness} />}
        note={
          readiness.score === undefined
            ? t('figure.noReadiness')
            : t('figure.gaps', {
                gaps: String(readiness.gaps),
                applicable: String(readiness.applicable),
              })
        }
        onClick={() => onShow('readiness')}
      />
      <Figure
        label={t('figure.tier')}
        value={`${effective} · ${t(`tier.${effective}`)}`}
        note={
          declared && computed && declared !== computed
            ? t('figure.tierDiffers', {
                declared: String(declared),
                computed: String(computed),
              })
            : t('figure.dependents', { count: dependents })
        }
      />
    </section>
  );
}
