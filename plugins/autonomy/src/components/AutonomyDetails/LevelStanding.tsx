import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Concern } from '../Concern';
import { unkept, useLevelWords } from '../LevelWords';
import { LevelCriteria } from './LevelCriteria';
import { useDetailsStyles } from './styles';

/** Since when the level is taken and held, and what puts it at risk. */
export function LevelStanding(evaluation: Evaluation) {
  const { level } = evaluation;
  const classes = useDetailsStyles();
  const words = useLevelWords();
  const risk = words.risk(level);
  const held = words.held(level);
  return (
    <>
      <div className={classes.text}>
        {words.standing(level)}
        {held && ` · ${held}`}
        {risk && <Concern>{risk}</Concern>}
      </div>
      {level.atRisk && (
        <LevelCriteria requirements={unkept(level)} evaluation={evaluation} />
      )}
    </>
  );
}
