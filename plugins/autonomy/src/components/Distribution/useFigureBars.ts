import type {
  EntitiesFilter,
  EntityFigures,
  EntityGuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ShareBarProps } from '../charts';
import { LEVELS } from '../EntitiesOverview/listQuery';
import { useLevelTitles } from '../EntitiesOverview/useFilterOptions';

/** The best first, as in the legend of a bar. */
const STATUSES: [EntityGuardrailStatus, Tone][] = [
  ['ok', 'good'],
  ['exempt', 'attention'],
  ['at-risk', 'attention'],
  ['unknown', 'bad'],
  ['breached', 'bad'],
  ['none', 'neutral'],
];

type Bar = Pick<ShareBarProps, 'parts' | 'hrefOf'>;

/**
 * How many entities stand on which level, and at which guardrail status, as bars.
 *
 * @param hrefOf - the list narrowed to a part of a bar
 */
export function useFigureBars(
  figures: EntityFigures,
  hrefOf: (
    part: Pick<EntitiesFilter, 'guardrailStatus' | 'level'>,
  ) => string | undefined,
): { levels: Bar; guardrails: Bar } {
  const words = useAutonomyWords();
  const titles = useLevelTitles();
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  return {
    levels: {
      parts: LEVELS.map(level => ({
        id: String(level),
        label: titles.has(level)
          ? `${level} · ${titles.get(level)}`
          : t('level.name', { level: String(level) }),
        value: figures.levels[level],
      })),
      hrefOf: id => hrefOf({ level: LEVELS.filter(each => `${each}` === id) }),
    },
    guardrails: {
      parts: STATUSES.map(([status, tone]) => ({
        id: status,
        label: words.guardrails(status),
        value: figures.guardrails[status],
        tone,
      })),
      hrefOf: id => hrefOf({ guardrailStatus: [id as EntityGuardrailStatus] }),
    },
  };
}
