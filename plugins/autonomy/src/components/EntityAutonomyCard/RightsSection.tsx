import type {
  RightResult,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  RightsStrip,
  useAutonomyWords,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { countRights, interestingRights } from './interestingRights';
import { LinkButton } from '../LinkButton';
import { useCardStyles } from './styles';

/** Rows that fit a glance; the rest is one click away. */
const SHOWN = 6;

export interface RightsSectionProps {
  rights: RightResult[];
  trust: TrustResult[];
  onWhy: (area: string) => void;
}

/** What the team may decide, area by area. */
export function RightsSection({ rights, trust, onWhy }: RightsSectionProps) {
  const card = useCardStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [all, setAll] = useState(false);
  const shown = all ? rights : interestingRights(rights, SHOWN);
  const hidden = rights.filter(right => !shown.includes(right));
  return (
    <section className={card.section}>
      <div className={card.between}>
        <h4 className={card.label}>{t('card.rights')}</h4>
        {rights.length > SHOWN && (
          <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? t('card.fewerAreas')
              : t('card.allAreas', { areas: String(rights.length) })}
          </LinkButton>
        )}
      </div>
      <RightsStrip rights={shown} trust={trust} onSelect={onWhy} />
      {hidden.length > 0 && (
        <div className={card.muted}>
          {t('card.moreAreas', {
            areas: String(hidden.length),
            summary: countRights(hidden)
              .map(([right, count]) => `${count} ${words.right(right)}`)
              .join(', '),
          })}
        </div>
      )}
    </section>
  );
}
