import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { nextStep, useLevelWords } from '../LevelWords';
import { LevelCriteria } from './LevelCriteria';
import { LevelStanding } from './LevelStanding';
import { PromotionFacts } from './PromotionFacts';
import { useDetailsStyles } from './styles';

/** Where the level stands, what puts it at risk, and what the next one asks for. */
export function LevelDetails(evaluation: Evaluation) {
  const { level } = evaluation;
  const classes = useDetailsStyles();
  const words = useLevelWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const next = nextStep(level);
  const current = level.ladder.find(item => item.level === level.level);
  return (
    <>
      <h3 className={classes.heading}>
        {t('levelDetails.heading', {
          level: String(level.level),
          title: level.title,
        })}
      </h3>
      <LevelStanding {...evaluation} />
      {next ? (
        <section>
          <h3 className={classes.heading}>
            {t('levelDetails.headingNext', {
              level: String(next.level),
              title: next.title,
            })}
          </h3>
          <p className={classes.text}>{words.next(level)}</p>
          <PromotionFacts step={next} />
          <LevelCriteria
            requirements={next.requirements}
            evaluation={evaluation}
          />
        </section>
      ) : (
        <>
          <p className={classes.text}>{t('levelDetails.top')}</p>
          <LevelCriteria
            requirements={current?.requirements ?? []}
            evaluation={evaluation}
          />
        </>
      )}
    </>
  );
}
