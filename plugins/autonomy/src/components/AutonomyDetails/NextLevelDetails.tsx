import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { RequirementLine } from './RequirementLine';
import { useDetailsStyles } from './styles';

/** What the next level asks for: what is open first, with actual values. */
export function NextLevelDetails(evaluation: Evaluation) {
  const { level } = evaluation;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const step = level.ladder.find(item => item.level === level.level + 1);
  if (!step) {
    return <p className={classes.text}>{t('next.top')}</p>;
  }
  const { requirements, sustainedFor, promotion } = step;
  const openFirst = [...requirements].sort(
    (a, b) => Number(a.met) - Number(b.met),
  );
  return (
    <>
      <h3 className={classes.heading}>
        {t('levelDetails.heading', {
          level: String(step.level),
          title: step.title,
        })}
      </h3>
      <p className={classes.text}>
        {t('levelDetails.progress', {
          open: String(requirements.filter(item => !item.met).length),
          all: String(requirements.length),
        })}{' '}
        {sustainedFor !== undefined &&
          promotion &&
          t(`levelDetails.${promotion}`, { days: format.days(sustainedFor) })}
      </p>
      <ul className={classes.list}>
        {openFirst.map((requirement, index) => (
          <RequirementLine
            key={index}
            requirement={requirement}
            evaluation={evaluation}
          />
        ))}
      </ul>
    </>
  );
}
