import type { LevelResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { leaningFor, nextStep, openFor, unkept } from './outlook';

/** Where the level stands and where it goes, in one line each. */
export function useLevelWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const now = useNow();

  function standing({ takenAt }: LevelResult): string {
    return t('level.taken', { date: format.date(takenAt) });
  }

  /** Undefined where it is not held now, or only with an exemption; the lowest asks for nothing. */
  function held({ level, ladder }: LevelResult): string | undefined {
    const since = ladder.find(step => step.level === level)?.heldSince;
    return since === undefined
      ? undefined
      : t('level.held', { date: format.date(since) });
  }

  /** Undefined where the level is not at risk. */
  function risk(result: LevelResult): string | undefined {
    const { atRisk, level } = result;
    if (!atRisk) return undefined;
    const { fallsAt, fallsTo = level, recoversAt = now } = atRisk;
    return fallsAt === undefined
      ? t('level.recovering', { when: format.until(recoversAt, now) })
      : t('level.falls', {
          level: String(fallsTo),
          when: format.until(fallsAt, now),
          count: unkept(result).length,
        });
  }

  function next(result: LevelResult): string {
    const step = nextStep(result);
    if (!step) return t('next.top');
    const { proposal, reopensAt, sustainedAt, sustainedFor = 0 } = step;
    const level = String(step.level);
    if (proposal?.state === 'open') return t('next.waits', { level });
    const open = openFor(step, result.ladder).length;
    const leaning = leaningFor(step, result.ladder).length;
    const remaining = format.remaining(sustainedAt ?? now + sustainedFor, now);
    const parts = [
      open > 0 ? t('next.criteria', { count: open }) : '',
      leaning > 0 ? t('next.exempt', { count: leaning }) : '',
      remaining,
    ].filter(part => part !== '');
    if (parts.length > 0) {
      return t('next.missing', { level, parts: format.all(parts) });
    }
    if (reopensAt !== undefined) {
      return t('next.reopens', { level, date: format.date(reopensAt) });
    }
    return proposal?.rejectedAt === undefined
      ? t('next.sustained', { level })
      : t('next.rejected', { level, date: format.date(proposal.rejectedAt) });
  }

  return { standing, held, risk, next };
}
