import type {
  CheckDefinition,
  EvaluationEvent,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Category } from './categories';
import { list } from './phrases';
import { plainText } from './plainText';
import type { PolicyWords } from './PolicyWords';
import type { Statement } from './Statement';

const LONGEST_FIX = 200;

type GuardrailEvent = Extract<EvaluationEvent, { kind: 'guardrail-changed' }>;

/** What is in the way, or was. */
function isInTheWay(status: GuardrailStatus | undefined): boolean {
  return status === 'breached' || status === 'unknown';
}

function categoryOf({ from, to }: GuardrailEvent): Category | undefined {
  switch (to) {
    case 'breached':
    case 'unknown':
      return `guardrail-${to}`;
    case 'at-risk':
      return isInTheWay(from) ? 'guardrail-recovering' : 'guardrail-at-risk';
    default:
      return isInTheWay(from) || (to && from === 'at-risk')
        ? 'guardrail-back'
        : undefined;
  }
}

function effectOf(guardrail: CheckDefinition, words: PolicyWords): string {
  const cap = words.capOf(guardrail);
  const areas = list((guardrail.areas ?? []).map(area => words.area(area)));
  const narrows =
    cap !== undefined && areas
      ? `Until it passes again, no more than “${words.right(cap)}” in ${areas}.`
      : 'It narrows no right.';
  return guardrail.mandatory ? `${narrows} It also bounds the level.` : narrows;
}

function fixOf({ fix }: CheckDefinition): string {
  return fix?.text ? ` How to fix it: ${plainText(fix.text, LONGEST_FIX)}` : '';
}

/** Why it is not in the way any more. */
function backOf(to: GuardrailStatus | undefined): string {
  switch (to) {
    case 'ok':
      return 'holds again';
    case 'exempt':
      return 'is exempt for a time';
    default:
      return 'applies no more';
  }
}

/**
 * A guardrail that takes effect, may do so, or is not in the way any more; undefined for everything else.
 *
 * @internal
 */
export function guardrailStatement(
  event: GuardrailEvent,
  words: PolicyWords,
): Statement | undefined {
  const category = categoryOf(event);
  if (!category) {
    return undefined;
  }
  const guardrail = words.definitionOf(event.checkId);
  const name = `guardrail ${words.check(event.checkId)}`;
  const effect = guardrail ? ` ${effectOf(guardrail, words)}` : '';
  const fix = guardrail ? fixOf(guardrail) : '';
  const say = (title: string, text: string): Statement => ({
    category,
    causes: [event.cause],
    subject: `guardrail/${event.checkId}`,
    ...(isInTheWay(event.to) &&
      guardrail &&
      words.isGrave(guardrail) && { severity: 'high' as const }),
    title,
    text,
  });
  switch (category) {
    case 'guardrail-breached':
      return say(
        `${name} breached`,
        `The ${name} has failed for longer than its grace.${effect}${fix}`,
      );
    case 'guardrail-unknown':
      return say(
        `${name} cannot be told`,
        `Whether the ${name} holds cannot be told for longer than its grace, which counts as breached.${effect}${fix}`,
      );
    case 'guardrail-at-risk':
      return say(
        `${name} at risk`,
        `The ${name} fails, cannot be told, or passes on stale facts only. It takes effect after its grace.${fix}`,
      );
    case 'guardrail-recovering':
      return say(
        `${name} passes again`,
        `The ${name} passes again. It is safe when it has passed for long enough.`,
      );
    default: {
      const back = `${name} ${backOf(event.to)}`;
      return say(back, `The ${back}.`);
    }
  }
}
