import type {
  RightCap,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { autonomyTranslationRef } from '../../translation';
import { CapTable } from './CapTable';
import { useDetailsStyles } from './styles';

export interface RightExplanationProps {
  right: RightResult;
  /** The board of the entity's domain; the central one where there is none. */
  boardRef?: string;
}

/** A sentence that adds up, then the caps it is made of. */
export function RightExplanation({ right, boardRef }: RightExplanationProps) {
  const classes = useDetailsStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const sentence = (cap: RightCap) =>
    cap.kind === 'guardrail'
      ? t('rightDetails.guardrailSentence', {
          guardrail: cap.title ?? cap.ref ?? '',
          right: words.right(cap.right),
        })
      : t('rightDetails.sentence', {
          limit: words.cap(cap),
          right: words.right(cap.right),
        });
  const text = right.caps.map(sentence).join('; ');
  return (
    <>
      <h3 className={classes.heading}>
        {t('rightDetails.heading', {
          area: right.title,
          right: words.right(right.effective),
        })}
      </h3>
      <p className={classes.text}>
        {text.charAt(0).toLocaleUpperCase()}
        {text.slice(1)}. {t('rightDetails.smallest')}
      </p>
      <CapTable right={right} />
      <p className={classes.muted}>
        {t('rightDetails.consequence', {
          consequence: word(`consequence.${right.consequence}`),
        })}
        {' · '}
        {right.ownedBy === 'domain' && boardRef ? (
          <>
            {t('rightDetails.board')}{' '}
            <EntityRefLink entityRef={boardRef} hideIcon />
          </>
        ) : (
          t('rightDetails.central')
        )}
      </p>
    </>
  );
}
