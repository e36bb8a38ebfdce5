import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { LinkButton } from '../../LinkButton';
import { useRollUpStyles } from '../styles';
import type { RollUpScope } from './rollUpScope';

const FEW = 5;

/** Which groups or domains below are counted as well. */
export function ScopeLine({ scope }: { scope: RollUpScope }) {
  const { kind, below } = scope;
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [showsAll, setShowsAll] = useState(false);
  const { refs, isCut } = below;
  if (refs.length === 0) {
    return null;
  }
  const count = refs.length;
  return (
    <div className={classes.muted}>
      {kind === 'group'
        ? t('rollUp.belowGroups', { count })
        : t('rollUp.belowDomains', { count })}{' '}
      <EntityRefLinks
        entityRefs={showsAll ? refs : refs.slice(0, FEW)}
        defaultKind={kind}
        hideIcons
      />
      {count > FEW && (
        <>
          {' '}
          <LinkButton
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll
              ? t('rollUp.fewerBelow')
              : t('rollUp.moreBelow', { number: String(count) })}
          </LinkButton>
        </>
      )}
      {isCut && <div>{t('rollUp.cut')}</div>}
    </div>
  );
}
