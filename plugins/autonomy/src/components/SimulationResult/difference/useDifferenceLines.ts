import type {
  Shift,
  SimulatedDifference,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useAreaTitles } from '../../eventWords/useAreaTitles';
import {
  directionOfAmount,
  directionOfCheck,
  directionOfGuardrail,
  type Direction,
} from './differenceOf';

/** One thing that would be otherwise, in words. */
export interface DifferenceLine {
  key: string;
  text: string;
  direction?: Direction;
}

/**
 * A difference as lines, what matters most first.
 *
 * @param titleOf - the title of a check, where it is known
 */
export function useDifferenceLines(
  titleOf: (id: string) => string | undefined = () => undefined,
): (difference: SimulatedDifference) => DifferenceLine[] {
  const words = useAutonomyWords();
  const format = useFormatters();
  const areas = useAreaTitles();
  const { t } = useTranslationRef(autonomyTranslationRef);

  function shift<T>(
    what: string,
    { from, to }: Shift<T>,
    say: (value: T) => string,
  ): string {
    const side = (value?: T) =>
      value === undefined ? t('move.nothing') : say(value);
    return t('move.shift', { what, from: side(from), to: side(to) });
  }

  return difference => {
    const { accountability, guardrailStatus, level, readiness } = difference;
    const guardrails = new Set(difference.guardrails.map(({ id }) => id));
    return [
      ...difference.rights.map(right => ({
        key: `right ${right.area}`,
        text: shift(areas.get(right.area) ?? right.area, right, words.right),
        direction: directionOfAmount(right),
      })),
      ...(level
        ? [
            {
              key: 'level',
              text: shift(t('move.level'), level, String),
              direction: directionOfAmount(level),
            },
          ]
        : []),
      ...(guardrailStatus
        ? [
            {
              key: 'guardrails',
              text: shift(t('move.guardrails'), guardrailStatus, status =>
                words.guardrails(status),
              ),
              direction: directionOfGuardrail(guardrailStatus),
            },
          ]
        : []),
      ...difference.guardrails.map(guardrail => ({
        key: `guardrail ${guardrail.id}`,
        text: shift(titleOf(guardrail.id) ?? guardrail.id, guardrail, status =>
          t(`guardrailState.${status}`),
        ),
        direction: directionOfGuardrail(guardrail),
      })),
      // The status of a guardrail says what its check does.
      ...difference.checks
        .filter(({ id }) => !guardrails.has(id))
        .map(check => ({
          key: `check ${check.id}`,
          text: shift(titleOf(check.id) ?? check.id, check, state =>
            t(`check.states.${state}`),
          ),
          direction: directionOfCheck(check),
        })),
      ...(readiness
        ? [
            {
              key: 'readiness',
              text: shift(t('move.readiness'), readiness, format.readiness),
              direction: directionOfAmount(readiness),
            },
          ]
        : []),
      ...(accountability
        ? [
            {
              key: 'accountability',
              text: shift(
                t('move.accountability'),
                accountability,
                format.share,
              ),
              direction: directionOfAmount(accountability),
            },
          ]
        : []),
    ];
  };
}
