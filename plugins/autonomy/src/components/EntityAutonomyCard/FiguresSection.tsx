import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { GuardrailStatusChip } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import type { DetailsTopic } from '../AutonomyDetails';
import { ReadinessScore } from '../ReadinessScore';
import { countHeld, countStanding } from '../guardrailCounts';
import { BreachedGuardrails } from './BreachedGuardrails';
import { Figure } from './Figure';
import { useCardStyles } from './styles';

export interface FiguresSectionProps {
  evaluation: Evaluation;
  onShow: (topic: DetailsTopic) => void;
}

/** Guardrails, readiness and tier, each with what it is made of. */
export function FiguresSection({ evaluation, onShow }: FiguresSectionProps) {
  const { guardrails, readiness, entity } = evaluation;
  const card = useCardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { status } = guardrails;
  const { effective, declared, computed, dependents } = entity.tier;
  const { length: applicable } = guardrails.guardrails;
  return (
    <section className={card.section}>
      <Figure
        label={t('figure.guardrails')}
        value={
          <GuardrailStatusChip
            status={status}
            count={countStanding(guardrails)}
          />
        }
        note={
          applicable === 0
            ? t('figure.noGuardrails')
            : t('figure.holding', {
                held: String(countHeld(guardrails)),
                all: String(applicable),
              })
        }
        onClick={() => onShow('guardrails')}
      />
      <BreachedGuardrails {...guardrails} />
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
        onClick={() => onShow('tier')}
      />
    </section>
  );
}
