import type { EvaluationEvent } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { instant, unmet } from './phrases';
import type { PolicyWords } from './PolicyWords';
import type { Statement } from './Statement';

/**
 * A move along the ladder, its risk or its proposal.
 *
 * @internal
 */
export function ladderStatement(
  event: EvaluationEvent,
  words: PolicyWords,
): Statement | undefined {
  switch (event.kind) {
    case 'level-demoted': {
      const missing = unmet(event.reasons, words);
      return {
        category: event.kind,
        causes: [event.cause],
        subject: 'level',
        title: `fell to level ${event.to}`,
        text: `It fell from level ${event.from} to ${words.level(event.to)}${
          missing && `. Not met: ${missing}`
        }. Decision rights follow the level.`,
      };
    }
    case 'level-promoted':
      return {
        category: event.kind,
        causes: [event.cause],
        subject: 'level',
        title: `rose to level ${event.to}`,
        text: `It rose from level ${event.from} to ${words.level(
          event.to,
        )}. Decision rights follow the level.`,
      };
    case 'level-at-risk': {
      const missing = unmet(event.reasons, words);
      return {
        category: event.kind,
        causes: [event.cause],
        subject: 'level',
        title: `level ${event.level} at risk`,
        text: `It does not hold ${words.level(event.level)}${
          missing && `. Not met: ${missing}`
        }. It falls on ${instant(event.fallsAt)} unless that is met again.`,
      };
    }
    case 'level-recovered':
      return {
        category: event.kind,
        causes: [event.cause],
        subject: 'level',
        title: `level ${event.level} safe again`,
        text: `It has held ${words.level(
          event.level,
        )} long enough again. Nothing falls.`,
      };
    case 'proposal-opened':
      return {
        category: event.kind,
        causes: [event.cause],
        subject: 'proposal',
        title: `promotion to level ${event.level} waits for the board`,
        text: `It has held ${words.level(
          event.level,
        )} long enough. The board decides whether it is promoted.`,
      };
    case 'proposal-lapsed':
      return {
        category: event.kind,
        causes: [event.cause],
        subject: 'proposal',
        title: `proposal for level ${event.level} lapsed`,
        text: `It no longer holds ${words.level(
          event.level,
        )}. There is nothing to decide.`,
      };
    case 'proposal-rejected':
      return {
        category: event.kind,
        causes: [event.cause],
        subject: 'proposal',
        title: `promotion to level ${event.level} rejected`,
        text: `The board rejected the promotion to ${words.level(
          event.level,
        )}. It is proposed again after it was held for longer.`,
      };
    default:
      return undefined;
  }
}
