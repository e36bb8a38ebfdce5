import type { LevelResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { LadderBar } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { LinkButton } from './LinkButton';
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

/** The level, where it is on the ladder, and how much is open on the way to the next. */
export function LevelSection({ level, onHow }: LevelSectionProps) {
  const classes = useStyles();
  const card = useCardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const step = level.ladder.find(item => item.level === level.level + 1);
  return (
    <section className={card.section}>
      <div className={classes.level}>
        <span className={classes.number}>{level.level}</span>
        <span className={classes.title}>{level.title}</span>
      </div>
      <LadderBar level={level.level} count={level.ladder.length} />
      <div className={`${card.between} ${classes.next}`}>
        <span className={card.muted}>
          {step
            ? t('next.open', {
                level: String(step.level),
                open: String(
                  step.requirements.filter(item => !item.met).length,
                ),
                count: step.requirements.length,
              })
            : t('next.top')}
        </span>
        <LinkButton onClick={onHow}>
          {t(step ? 'card.how' : 'card.whatHolds')}
        </LinkButton>
      </div>
    </section>
  );
}
