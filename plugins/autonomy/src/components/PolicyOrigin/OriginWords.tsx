import type { PolicyOrigin } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiEditLine,
  RiFileTextLine,
  RiGlobalLine,
  RiInboxArchiveLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { EntityName } from '../actions/shared';
import { useDocumentWords } from './useDocumentWords';

const ICONS: Record<PolicyOrigin['type'], RemixiconComponentType> = {
  'built-in': RiInboxArchiveLine,
  file: RiFileTextLine,
  url: RiGlobalLine,
  here: RiEditLine,
};

export interface OriginWordsProps {
  origin: PolicyOrigin;
  /** Who published what was published here. */
  author?: string;
}

/** Where a document comes from. */
export function OriginWords({ author, origin }: OriginWordsProps) {
  const words = useDocumentWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const Icon = ICONS[origin.type];
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
      {words.origin(origin)}
      {author !== undefined && (
        <>
          {' '}
          {t('policyOrigin.by')} <EntityName entityRef={author} />
        </>
      )}
    </span>
  );
}
