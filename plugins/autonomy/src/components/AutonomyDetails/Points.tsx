import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import type { PointsAccount } from './cutLines';
import { useDetailsStyles } from './styles';

export interface PointsProps {
  account: PointsAccount;
  check: CheckResult;
  digits: number;
}

/** What a check adds to its figure, of what it could; nothing for one that takes no part. */
export function Points({ account, check, digits }: PointsProps) {
  const classes = useDetailsStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const line = account.of(check);
  if (!line || line.most === 0) {
    return null;
  }
  return (
    <span className={`${classes.muted} ${classes.number}`}>
      {t('check.points', {
        points: format.signed(line.points, digits),
        most: format.fixed(line.most, digits),
      })}
    </span>
  );
}
