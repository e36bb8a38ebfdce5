import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { Answer } from '../Answer';
import { RollUpSection } from '../RollUpSection';
import type { RollUpScope } from '../scope';
import { DomainObjective } from './DomainObjective';
import { useDomainRef } from './useDomainRef';

export interface ObjectiveSectionProps {
  entity: Entity;
  scope: RollUpScope;
}

/** The objective of the domain, where it is clear which one. */
export function ObjectiveSection({ entity, scope }: ObjectiveSectionProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useDomainRef(entity, scope);
  if (!state.value?.domainRef && !state.error) {
    return null;
  }
  return (
    <RollUpSection title={t('objective.heading')}>
      <Answer state={state} lines={4}>
        {({ domainRef }) =>
          domainRef && (
            <DomainObjective
              domainRef={domainRef}
              domain={scope.kind === 'domain' ? entity : undefined}
            />
          )
        }
      </Answer>
    </RollUpSection>
  );
}
