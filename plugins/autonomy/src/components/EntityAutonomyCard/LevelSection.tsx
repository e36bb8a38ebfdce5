import type { LevelResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { LadderBar } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { Concern } from '../Concern';
import { nextStep, useLevelWords } from '../LevelWords';
import { LinkButton } from '../LinkButton';
import { useCardStyles } from './styles';

const useStyles = makeStyles(
  theme => ({
    level: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1),
      fontFamily: theme.typography.fontFamily,
      marginBottom: theme.spacing(1.25),
    },
    number: { fontSize: 28, fontWeight: 700, lineHeight: 1 },
    title: {
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 600,
      lineHeight: 1.3,
      overflowWrap: 'anywhere',
    },
    next: { marginTop: theme.spacing(0.75) },
  }),
  { name: 'AutonomyLevelSection' },
);

export interface LevelSectionProps {
  level: LevelResult;
  onHow: () => void;
}

/** The level, where it is on the ladder, whether it may fall, and what the next one waits for. */
export function LevelSection({ level, onHow }: LevelSectionProps) {
  const classes = useStyles();
  const card = useCardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const words = useLevelWords();
  const risk = words.risk(level);
  return (
    <section className={card.section}>
      <div className={classes.level}>
        <span className={classes.number}>{level.level}</span>
        <span className={classes.title}>{level.title}</span>
      </div>
      <LadderBar level={level.level} count={level.ladder.length} />
      <div className={`${card.muted} ${classes.next}`}>
        {words.held(level) ?? words.standing(level)}
        {risk && <Concern>{risk}</Concern>}
      </div>
      <div className={card.between}>
        <span className={card.muted}>{words.next(level)}</span>
        <LinkButton onClick={onHow}>
          {t(nextStep(level) ? 'card.how' : 'card.whatHolds')}
        </LinkButton>
      </div>
    </section>
  );
}
