import type {
  Evaluation,
  LevelRequirement,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { Concern } from '../Concern';
import { nextStep, unkept, useLevelWords } from '../LevelWords';
import { PromotionFacts } from './PromotionFacts';
import { RequirementLine } from './RequirementLine';
import { useDetailsStyles } from './styles';

/** Where the level stands, what puts it at risk, and what the next one asks for. */
export function LevelDetails(evaluation: Evaluation) {
  const { level } = evaluation;
  const classes = useDetailsStyles();
  const words = useLevelWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const next = nextStep(level);
  const current = level.ladder.find(item => item.level === level.level);
  const risk = words.risk(level);
  const held = words.held(level);
  const list = (requirements: LevelRequirement[]) => (
    <ul className={classes.list}>
      {requirements.map((requirement, index) => (
        <RequirementLine
          key={index}
          requirement={requirement}
          evaluation={evaluation}
        />
      ))}
    </ul>
  );
  return (
    <>
      <h3 className={classes.heading}>
        {t('levelDetails.heading', {
          level: String(level.level),
          title: level.title,
        })}
      </h3>
      <div className={classes.text}>
        {words.standing(level)}
        {held && ` · ${held}`}
        {risk && <Concern>{risk}</Concern>}
      </div>
      {level.atRisk && list(unkept(level))}
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
          {list(openFirst(next.requirements))}
        </section>
      ) : (
        <>
          <p className={classes.text}>{t('levelDetails.top')}</p>
          {list(openFirst(current?.requirements ?? []))}
        </>
      )}
    </>
  );
}

/** What is open, then what leans on an exemption, then the rest. */
function openFirst(requirements: LevelRequirement[]): LevelRequirement[] {
  return [...requirements].sort((a, b) => rank(a) - rank(b));
}

function rank(requirement: LevelRequirement): number {
  if (!requirement.met) return 0;
  const { kind } = requirement;
  return kind === 'check' && requirement.check.state === 'exempt' ? 1 : 2;
}
