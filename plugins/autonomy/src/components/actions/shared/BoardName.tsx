import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from './EntityName';

/** The board that decides; without a group of its own it is the central one. */
export function BoardName({ boardRef }: { boardRef?: string }) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return boardRef === undefined ? (
    <>{t('actions.centralBoard')}</>
  ) : (
    <EntityName entityRef={boardRef} />
  );
}
