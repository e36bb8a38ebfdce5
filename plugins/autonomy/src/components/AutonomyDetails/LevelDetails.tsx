import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { RequirementLine } from './RequirementLine';
import { useDetailsStyles } from './styles';

/** What the next level asks for, or at the top what the level rests on: what is open first. */
export function LevelDetails(evaluation: Evaluation) {
  const { level, ladder } = evaluation.level;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const next = ladder.find(item => item.level === level + 1);
  const step = next ?? ladder.find(item => item.level === level);
  if (!step) {
    return null;
  }
  const { requirements } = step;
  const openFirst = [...requirements].sort(
    (a, b) => Number(a.met) - Number(b.met),
  );
  return (
    <>
      <h3 className={classes.heading}>
        {t(next ? 'levelDetails.heading' : 'levelDetails.headingTop', {
          level: String(step.level),
          title: step.title,
        })}
      </h3>
      <p className={classes.text}>
        {next
          ? t('levelDetails.progress', {
              open: String(requirements.filter(item => !item.met).length),
              count: requirements.length,
            })
          : t('levelDetails.top')}
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
