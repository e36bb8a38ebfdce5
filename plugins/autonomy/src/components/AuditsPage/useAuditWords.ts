import type {
  AuditComparison,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** Where an audit stands, and how far its sides are apart, in words. */
export function useAuditWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);

  function fromRecommended(steps: number): string {
    if (steps === 0) return t('audit.asRecommended');
    return steps > 0
      ? t('audit.aboveRecommended', { count: steps })
      : t('audit.belowRecommended', { count: -steps });
  }
  return {
    /** Which sides have rated. */
    rated({ rated }: RecordedAudit): string {
      if (rated.length > 1) return t('audits.rated.both');
      const [side = 'none'] = rated;
      return t(`audits.rated.${side}`);
    },
    /** What waits for the reader; empty where nothing does. */
    yours({ may }: RecordedAudit): string {
      if (may.rate) return t(`audits.yours.${may.rate}`);
      return may.agree ? t('audits.yours.agree') : '';
    },
    /** How far the sides are apart, and each from what is recommended. */
    difference({ board, recommended, team }: AuditComparison): string {
      if (team === board) {
        return t('audit.alike', {
          standing: fromRecommended(team - recommended),
        });
      }
      const apart = t(team > board ? 'audit.teamMore' : 'audit.boardMore', {
        count: Math.abs(team - board),
      });
      return t('audit.apart', {
        apart,
        team: fromRecommended(team - recommended),
        board: fromRecommended(board - recommended),
      });
    },
  };
}
