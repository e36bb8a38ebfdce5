import type { ReadinessRollUpItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { Answer, type AnswerProps } from '../Answer';
import { RollUpSection } from '../RollUpSection';
import type { RollUpScope } from '../scope';
import { OwnLoad } from './OwnLoad';
import type { TeamLoadFigures } from './useTeamLoad';

export interface GroupLoadProps {
  entity: Entity;
  scope: RollUpScope;
  load: AnswerProps<TeamLoadFigures>['state'];
  /** The readiness items of the group, for their titles. */
  items?: ReadinessRollUpItem[];
}

/** What a group has to look after itself. */
export function GroupLoad({ entity, scope, load, items }: GroupLoadProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <RollUpSection title={t('teamLoad.own')}>
      <Answer state={load} lines={1}>
        {figures => (
          <OwnLoad
            entity={entity}
            groupRef={scope.ref}
            load={figures}
            items={items}
          />
        )}
      </Answer>
    </RollUpSection>
  );
}
