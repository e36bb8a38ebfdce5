import type {
  EvaluationEvent,
  GuardrailStatus,
  ReadinessBand,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Tone } from '@aligned-autonomy/backstage-plugin-autonomy-react';

const GUARDRAIL_TONES: Record<GuardrailStatus, Tone> = {
  ok: 'good',
  exempt: 'attention',
  'at-risk': 'attention',
  breached: 'bad',
  unknown: 'bad',
};

/** The lowest first. */
const BANDS: ReadinessBand[] = ['not-ready', 'focus', 'minor-gaps', 'ready'];

/** How a change should feel. */
export function toneOf(event: EvaluationEvent): Tone {
  switch (event.kind) {
    case 'level-promoted':
    case 'level-recovered':
      return 'good';
    case 'level-demoted':
      return 'bad';
    case 'level-at-risk':
    case 'proposal-rejected':
      return 'attention';
    case 'guardrail-changed':
      return event.to ? GUARDRAIL_TONES[event.to] : 'neutral';
    case 'readiness-changed':
      return event.from && event.to
        ? directed(BANDS.indexOf(event.to) - BANDS.indexOf(event.from))
        : 'neutral';
    case 'right-changed':
      return event.from === undefined
        ? 'neutral'
        : directed(event.to - event.from);
    case 'plan-ended':
      return event.outcome === 'completed' ? 'good' : 'attention';
    default:
      return 'neutral';
  }
}

function directed(difference: number): Tone {
  return difference > 0 ? 'good' : 'attention';
}
