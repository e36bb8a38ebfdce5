import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import {
  LevelCriteria,
  LevelStanding,
  PromotionFacts,
  useDetailsStyles,
} from '../AutonomyDetails';
import { nextStep, useLevelWords } from '../LevelWords';
import { TopicCard } from './TopicCard';
import type { TopicCardsProps } from './TopicCards';

/** What puts the level at risk, what the next one asks for, then what the level at hand rests on. */
export function LadderCard({ evaluation, target }: TopicCardsProps) {
  const { level } = evaluation;
  const classes = useDetailsStyles();
  const words = useLevelWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const next = nextStep(level);
  const current = level.ladder.find(item => item.level === level.level);
  const heading = t('levelDetails.heading', {
    level: String(level.level),
    title: level.title,
  });
  return (
    <TopicCard
      topic="level"
      target={target}
      title={
        next
          ? t('levelDetails.headingNext', {
              level: String(next.level),
              title: next.title,
            })
          : heading
      }
    >
      {level.atRisk && <LevelStanding {...evaluation} />}
      {next ? (
        <>
          <p className={classes.text}>{words.next(level)}</p>
          <PromotionFacts step={next} />
          <LevelCriteria
            requirements={next.requirements}
            evaluation={evaluation}
          />
          <h3 className={classes.heading}>{heading}</h3>
        </>
      ) : (
        <p className={classes.text}>{t('levelDetails.top')}</p>
      )}
      {!level.atRisk && <LevelStanding {...evaluation} />}
      <LevelCriteria
        requirements={current?.requirements ?? []}
        evaluation={evaluation}
      />
    </TopicCard>
  );
}
