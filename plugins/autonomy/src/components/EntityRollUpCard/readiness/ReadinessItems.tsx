import type {
  ReadinessBand,
  ReadinessRollUp,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ShareBar } from '../../charts';
import { LinkButton } from '../../LinkButton';
import type { RollUpScope } from '../scope';
import { useRollUpStyles } from '../styles';
import { arrangeItems } from './arrangeItems';
import { ReadinessItem } from './ReadinessItem';

const TONES: Record<ReadinessBand, Tone> = {
  ready: 'good',
  'minor-gaps': 'attention',
  focus: 'attention',
  'not-ready': 'bad',
};

export interface ReadinessItemsProps {
  scope: RollUpScope;
  rollUp: ReadinessRollUp;
}

/** How many items are answered yes, the largest gaps, and on request every item. */
export function ReadinessItems({ scope, rollUp }: ReadinessItemsProps) {
  const classes = useRollUpStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const [showsRest, setShowsRest] = useState(false);
  const { top, rest, restCount } = arrangeItems(rollUp);
  const { items, gaps, band } = rollUp;
  const yes = items.length - gaps;
  return (
    <>
      <p className={classes.text}>
        {band && (
          <strong className={tones[TONES[band]]}>{word(`band.${band}`)}</strong>
        )}
        {band && ' · '}
        {t('rollUpReadiness.answered', {
          yes: String(yes),
          all: String(items.length),
        })}
      </p>
      <p className={classes.muted}>{t('rollUpReadiness.meaning')}</p>
      <div className={classes.above}>
        <ShareBar
          label={t('rollUpReadiness.bar')}
          parts={[
            {
              id: 'yes',
              label: t('rollUpReadiness.yes'),
              value: yes,
              tone: 'good',
            },
            {
              id: 'no',
              label: t('rollUpReadiness.no'),
              value: gaps,
              tone: 'bad',
            },
          ]}
        />
      </div>
      {top.length > 0 && (
        <div className={classes.above}>
          <p className={classes.subheading}>{t('rollUpReadiness.gaps')}</p>
          <ul className={classes.list} aria-label={t('rollUpReadiness.gaps')}>
            {top.map(item => (
              <ReadinessItem key={item.id} scope={scope} item={item} />
            ))}
          </ul>
        </div>
      )}
      {showsRest &&
        rest.map(([section, others]) => (
          <div key={section} className={classes.above}>
            <p className={classes.subheading}>
              {section || t('rollUpReadiness.other')}
            </p>
            <ul
              className={classes.list}
              aria-label={section || t('rollUpReadiness.other')}
            >
              {others.map(item => (
                <ReadinessItem key={item.id} scope={scope} item={item} />
              ))}
            </ul>
          </div>
        ))}
      {restCount > 0 && (
        <div className={classes.above}>
          <LinkButton
            aria-expanded={showsRest}
            onClick={() => setShowsRest(!showsRest)}
          >
            {showsRest
              ? t('rollUpReadiness.hideRest')
              : t('rollUpReadiness.showRest', { number: String(restCount) })}
          </LinkButton>
        </div>
      )}
    </>
  );
}
