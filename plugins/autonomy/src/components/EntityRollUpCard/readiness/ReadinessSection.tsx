import type { ReadinessOverview } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { Answer, type AnswerProps } from '../Answer';
import { RollUpSection } from '../RollUpSection';
import type { RollUpScope } from '../scope';
import { useRollUpStyles } from '../styles';
import { ReadinessItems } from './ReadinessItems';

export interface ReadinessSectionProps {
  scope: RollUpScope;
  state: AnswerProps<ReadinessOverview>['state'];
}

/** The readiness items over all that belongs here. */
export function ReadinessSection({ scope, state }: ReadinessSectionProps) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <RollUpSection title={t('rollUpReadiness.heading')}>
      <Answer state={state} lines={6}>
        {({ rollUp }) => {
          if (!rollUp) {
            return <p className={classes.muted}>{t('rollUp.withheldText')}</p>;
          }
          return rollUp.items.length === 0 ? (
            <p className={classes.muted}>{t('rollUpReadiness.none')}</p>
          ) : (
            <ReadinessItems scope={scope} rollUp={rollUp} />
          );
        }}
      </Answer>
    </RollUpSection>
  );
}
