import type { Trends } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { isForbidden } from '../../StateMessage';
import { Answer, type AnswerProps } from '../Answer';
import { RollUpSection } from '../RollUpSection';
import type { RollUpScope } from '../scope';
import { useRollUpStyles } from '../styles';
import { TrendCharts } from './TrendCharts';

export interface TrendSectionProps {
  scope: RollUpScope;
  state: AnswerProps<Trends>['state'];
}

/** How the figures went, for those who may see every entity. */
export function TrendSection({ scope, state }: TrendSectionProps) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <RollUpSection title={t('rollUpTrend.heading')}>
      {state.error && isForbidden(state.error) ? (
        <p className={classes.muted}>{t('rollUpTrend.forbidden')}</p>
      ) : (
        <Answer state={state} lines={6}>
          {trends => (
            <>
              <TrendCharts trends={trends} />
              {scope.below.refs.length > 0 && (
                <p className={`${classes.muted} ${classes.above}`}>
                  {t('rollUpTrend.ownOnly')}
                </p>
              )}
            </>
          )}
        </Answer>
      )}
    </RollUpSection>
  );
}
