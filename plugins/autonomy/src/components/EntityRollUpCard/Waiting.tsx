import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { useReducer } from 'react';
import useTimeoutFn from 'react-use/esm/useTimeoutFn';
import { autonomyTranslationRef } from '../../translation';
import { useRollUpStyles } from './styles';

/** In milliseconds; after it the reader is told that nothing is broken yet. */
const PATIENCE = 8_000;
const WIDTHS = [60, 100, 92, 96];

/** As tall as the answer will be, so that what is below does not jump. */
export function Waiting({ lines }: { lines: number }) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [isSlow, becomeSlow] = useReducer(() => true, false);
  useTimeoutFn(becomeSlow, PATIENCE);
  return (
    <div role="status" aria-label={t('rollUp.loading')}>
      {isSlow && <p className={classes.muted}>{t('rollUp.slow')}</p>}
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton
          key={index}
          width={`${WIDTHS[index % WIDTHS.length]}%`}
          height={28}
        />
      ))}
    </div>
  );
}
