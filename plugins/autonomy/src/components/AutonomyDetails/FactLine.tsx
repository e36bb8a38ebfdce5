import type {
  FactBound,
  FactReading,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  RelativeTime,
  useFormatters,
  useToneStyles,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { factValue } from './factValue';
import { useDetailsStyles } from './styles';
import { useBoundWords } from './useBoundWords';

export interface FactLineProps {
  reading: FactReading;
  /** Another fact of the check may do instead. */
  shared: boolean;
}

/** One fact that a check read: its value, what it had to meet, and how old it was. */
export function FactLine({ reading, shared }: FactLineProps) {
  const { path, value, state, collectedAt } = reading;
  const bounds = (reading.bounds ?? []).filter(bound => !repeats(bound, value));
  const classes = useDetailsStyles();
  const tones = useToneStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const describe = useBoundWords();
  const words = {
    yes: t('check.yes'),
    no: t('check.no'),
    empty: t('check.empty'),
  };
  const old = state === 'stale' || state === 'expired';
  return (
    <div className={classes.muted}>
      {value === undefined
        ? t('check.missing', { path })
        : t('check.reading', { path, value: factValue(value, format, words) })}
      {bounds.length > 0 && `, ${describe(bounds, shared)}`}
      {collectedAt !== undefined && (
        <span className={old ? tones.attention : undefined}>
          {' · '}
          {old && `${t(`check.${state}`)} `}
          <RelativeTime instant={collectedAt} />
        </span>
      )}
    </div>
  );
}

/** That a fact had to be what it is says nothing more. */
function repeats({ operator, value, size }: FactBound, actual: unknown) {
  return operator === '==' && value !== undefined && !size && value === actual;
}
