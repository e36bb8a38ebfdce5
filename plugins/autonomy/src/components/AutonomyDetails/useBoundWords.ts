import type {
  BoundOperator,
  FactBound,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { factValue } from './factValue';

/** The name that each comparison has among the texts. */
const NAMES = {
  '==': 'equal',
  '!=': 'different',
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
  in: 'oneOf',
  'not-in': 'noneOf',
  contains: 'containing',
  'not-contains': 'lacking',
  'starts-with': 'starting',
  'ends-with': 'ending',
  matches: 'matching',
  within: 'within',
  'not-within': 'older',
  exists: 'there',
  'not-exists': 'absent',
} as const satisfies Record<BoundOperator, string>;

/** Says what a fact had to meet, e.g. `had to be at most 0.15`. */
export function useBoundWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const words = {
    yes: t('check.yes'),
    no: t('check.no'),
    empty: t('check.empty'),
  };

  function against({ operator, value, fact }: FactBound): string {
    if (fact !== undefined) return fact;
    const isAge = operator === 'within' || operator === 'not-within';
    return isAge && typeof value === 'number'
      ? format.duration(value)
      : factValue(value, format, words);
  }

  function nameOf({ operator, fact, value }: FactBound) {
    if (operator === '==' && fact !== undefined) return 'same';
    // Not to be empty is to be there.
    return operator === '!=' && value === '' ? 'there' : NAMES[operator];
  }

  function bound(item: FactBound): string {
    const name = nameOf(item);
    const asked =
      name === 'there' || name === 'absent'
        ? t(`bound.${name}`)
        : t(`bound.${name}`, { value: against(item) });
    return item.size ? t('bound.size', { bound: asked }) : asked;
  }

  /** @param shared - another fact may meet its own bound instead of an alternative one */
  return (bounds: readonly FactBound[], shared: boolean): string => {
    const must = bounds.filter(item => !item.alternative).map(bound);
    const either = bounds.filter(item => item.alternative).map(bound);
    if (either.length > 0 && !shared) must.push(format.any(either));
    const texts: string[] = [];
    if (must.length > 0) {
      texts.push(t('bound.must', { bounds: format.all(must) }));
    }
    if (either.length > 0 && shared) {
      texts.push(t('bound.could', { bounds: format.any(either) }));
    }
    return texts.join(', ');
  };
}
