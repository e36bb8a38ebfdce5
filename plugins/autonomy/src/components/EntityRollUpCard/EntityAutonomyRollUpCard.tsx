import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { autonomyTranslationRef } from '../../translation';
import { CardFrame } from '../CardFrame';
import { RollUp } from './RollUp';
import { rollUpKindOf } from './scope';

/** The autonomy of what belongs to the group, system or domain whose page it is on. */
export function EntityAutonomyRollUpCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const kind = rollUpKindOf(entity);
  if (!kind) {
    return null;
  }
  return (
    <CardFrame title={t('card.title')}>
      {/* Another entity begins anew instead of showing the answers about the last one. */}
      <RollUp key={stringifyEntityRef(entity)} entity={entity} kind={kind} />
    </CardFrame>
  );
}
