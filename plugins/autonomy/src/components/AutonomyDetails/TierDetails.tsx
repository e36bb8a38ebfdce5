import type { EntityTier } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { useDetailsStyles } from './styles';

/** How critical the entity is, as declared and as what depends on it tells. */
export function TierDetails(tier: EntityTier) {
  const { effective, declared, computed, dependents, dependentDomains } = tier;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const name = (value: EntityTier['effective']) =>
    `${value} · ${t(`tier.${value}`)}`;
  return (
    <>
      <h3 className={classes.heading}>
        {t('tierDetails.heading', { tier: name(effective) })}
      </h3>
      <p className={classes.text}>{t('tierDetails.meaning')}</p>
      <dl className={classes.pairs}>
        <dt>{t('tierDetails.declared')}</dt>
        <dd>
          {declared ? name(declared) : t('tierDetails.undeclared')}
          <div className={classes.muted}>{t('tierDetails.annotation')}</div>
        </dd>
        <dt>{t('tierDetails.computed')}</dt>
        <dd>
          {computed ? name(computed) : t('tierDetails.uncomputed')}
          <div className={classes.muted}>
            {t('figure.dependents', { count: dependents })}
            {dependents > 0 &&
              ` ${t('tierDetails.domains', { count: dependentDomains })}`}
          </div>
        </dd>
      </dl>
    </>
  );
}
