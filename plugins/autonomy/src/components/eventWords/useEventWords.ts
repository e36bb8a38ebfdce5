import type {
  EvaluationEvent,
  GuardrailStatus,
  ReadinessBand,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
  useFormatters,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { toneOf } from './toneOf';
import { useAreaTitles } from './useAreaTitles';
import { useReasonWords } from './useReasonWords';

/** A change in words. */
export interface EventText {
  title: string;
  detail?: string;
  tone: Tone;
}

type EventOf<K extends EvaluationEvent['kind']> = Extract<
  EvaluationEvent,
  { kind: K }
>;

/**
 * Says what changed, and why as far as that is not said elsewhere.
 *
 * @param checkTitle - the title of a check, where it is known; else its id stands for it
 */
export function useEventWords(
  checkTitle?: (id: string) => string | undefined,
): (event: EvaluationEvent) => EventText {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const format = useFormatters();
  const words = useAutonomyWords();
  const areas = useAreaTitles();
  const names = {
    check: (id: string) => checkTitle?.(id) ?? id,
    area: (id: string) => areas.get(id) ?? id,
  };
  const reasonsOf = useReasonWords(names);

  const status = (value?: GuardrailStatus) =>
    t(`guardrailState.${value ?? 'none'}`);
  const band = (value?: ReadinessBand) =>
    value ? word(`band.${value}`) : t('event.notRated');
  const before = (value: string) => t('event.before', { value });

  function guardrail({ checkId, from, to }: EventOf<'guardrail-changed'>) {
    return {
      title: t('event.guardrail', {
        title: names.check(checkId),
        status: status(to),
      }),
      detail: before(status(from)),
    };
  }

  function right({ area, from, to, reasons }: EventOf<'right-changed'>) {
    const why = reasonsOf(reasons);
    return {
      title: t('event.right', {
        area: names.area(area),
        right: words.right(to),
      }),
      detail:
        [
          from && before(words.right(from)),
          why && t('event.decidedBy', { reasons: why }),
        ]
          .filter(Boolean)
          .join(' ') || undefined,
    };
  }

  function move(event: EventOf<'level-promoted' | 'level-demoted'>) {
    const levels = { from: String(event.from), to: String(event.to) };
    if (event.kind === 'level-promoted') {
      return { title: t('event.promoted', levels) };
    }
    return {
      title: t('event.demoted', levels),
      detail: unmet(event),
    };
  }

  function unmet({ reasons }: EvaluationEvent): string | undefined {
    const list = reasonsOf(reasons);
    return list ? t('event.unmet', { reasons: list }) : undefined;
  }

  function risk(event: EventOf<'level-at-risk'>) {
    const falls = t('event.falls', { date: format.date(event.fallsAt) });
    return {
      title: t('event.atRisk', { level: String(event.level) }),
      detail: [unmet(event), falls].filter(Boolean).join(' '),
    };
  }

  function textOf(event: EvaluationEvent): Omit<EventText, 'tone'> {
    switch (event.kind) {
      case 'level-promoted':
      case 'level-demoted':
        return move(event);
      case 'level-at-risk':
        return risk(event);
      case 'level-recovered':
        return { title: t('event.recovered', { level: String(event.level) }) };
      case 'proposal-opened':
      case 'proposal-lapsed':
      case 'proposal-rejected':
        return {
          title: t(`event.${event.kind}`, { level: String(event.level) }),
        };
      case 'guardrail-changed':
        return guardrail(event);
      case 'readiness-changed':
        return {
          title: t('event.readiness', { band: band(event.to) }),
          detail: before(band(event.from)),
        };
      case 'right-changed':
        return right(event);
      default:
        return {
          title: t(
            event.outcome === 'completed'
              ? 'event.planCompleted'
              : 'event.planLapsed',
            { plan: event.planId },
          ),
        };
    }
  }

  return event => ({ ...textOf(event), tone: toneOf(event) });
}
