import type { ReadinessBand } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useFormatters,
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

const TONES: Record<ReadinessBand, Tone> = {
  ready: 'good',
  'minor-gaps': 'attention',
  focus: 'attention',
  'not-ready': 'bad',
};

export interface ReadinessScoreProps {
  /** 0..100, absent without applicable checks. */
  score?: number;
  band?: ReadinessBand;
}

/** The readiness score with its band in words. */
export function ReadinessScore({ score, band }: ReadinessScoreProps) {
  const tones = useToneStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  if (score === undefined || band === undefined) {
    return <span className={tones.neutral}>{t('overview.notRated')}</span>;
  }
  return (
    <span className={tones[TONES[band]]}>
      {format.readiness(score)} · {word(`band.${band}`)}
    </span>
  );
}
