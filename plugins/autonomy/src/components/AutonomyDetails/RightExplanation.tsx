import type {
  PlanResult,
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
import { MismatchNote } from './MismatchNote';
import { useDetailsStyles } from './styles';

export interface RightExplanationProps {
  right: RightResult;
  plans: PlanResult[];
  /** The board of the entity's domain; the central one where there is none. */
  boardRef?: string;
}

/** A sentence that adds up, then the caps it is made of. */
export function RightExplanation(props: RightExplanationProps) {
  const { right, plans, boardRef } = props;
  const { grant, recommended, mismatch } = right;
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
        {text.slice(1)}.{' '}
        {grant
          ? t('rightDetails.recommended', { right: words.right(recommended) })
          : t('rightDetails.smallest')}
      </p>
      {grant && (
        <p className={classes.text}>
          {t(
            grant.failed
              ? 'rightDetails.grantFailed'
              : 'rightDetails.grantSentence',
            { right: words.right(grant.right), reason: grant.reason },
          )}
        </p>
      )}
      <CapTable right={right} plans={plans} />
      {mismatch && (
        <p className={`${classes.text} ${classes.below}`}>
          <MismatchNote {...mismatch} />
        </p>
      )}
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
