import type { CheckInsight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { percent } from '../../charts';
import { noonOf } from './noonOf';

const WIDTH = 88;
const HEIGHT = 28;
const MARGIN = 2;

export interface SparklineProps {
  title: string;
  trend: CheckInsight['trend'];
}

/** The share that passed from day to day, small enough for a list. */
export function Sparkline({ title, trend }: SparklineProps) {
  const { palette } = useTheme();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (trend.length < 2) return null;
  const [first, last] = [trend[0], trend[trend.length - 1]];
  const start = noonOf(first.day);
  const span = noonOf(last.day) - start;
  const points = trend.map(({ day, passRate }) => {
    const x = MARGIN + ((noonOf(day) - start) / span) * (WIDTH - 2 * MARGIN);
    const y = MARGIN + (1 - passRate) * (HEIGHT - 2 * MARGIN);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      role="img"
      aria-label={t('policyCheck.trend', {
        title,
        first: percent(first.passRate),
        start: format.date(start),
        last: percent(last.passRate),
        end: format.date(noonOf(last.day)),
      })}
      width={WIDTH}
      height={HEIGHT}
    >
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke={palette.primary.main}
        strokeWidth={2}
      />
    </svg>
  );
}
