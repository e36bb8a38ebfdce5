import type { Need } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** A need in words. */
export interface NeedWords {
  /** What there is to do, and about what. */
  title: string;
  /** What is left of it, and until when; empty where nothing is said. */
  details: string[];
  isOverdue: boolean;
}

/** Says what is needed and by when. */
export function useNeedWords(): (need: Need) => NeedWords {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const now = useNow();

  function deadline({ kind, dueAt }: Need): string[] {
    if (dueAt === undefined) {
      return [];
    }
    if (dueAt <= now) {
      return [t('need.overdue', { date: format.date(dueAt) })];
    }
    const when = format.until(dueAt, now);
    if (kind === 'level-at-risk') {
      return [t('need.falls', { when })];
    }
    return [t(kind.endsWith('-expiring') ? 'need.ends' : 'need.due', { when })];
  }

  return need => {
    const { kind, matter, level, open, dueAt } = need;
    const subject = [matter && t(`boardMatter.${matter}`), need.subject]
      .filter(Boolean)
      .join(', ');
    const what = t(`needKind.${kind}`, { level: String(level ?? '') });
    return {
      title: subject ? t('need.about', { what, subject }) : what,
      details: [
        ...(open === undefined ? [] : [t('need.open', { count: open })]),
        ...deadline(need),
      ],
      isOverdue: dueAt !== undefined && dueAt <= now,
    };
  };
}
