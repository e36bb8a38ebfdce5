import type { LevelResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  LadderBar,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
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

/** The level, where it is on the ladder, and what the next one waits for. */
export function LevelSection({ level, onHow }: LevelSectionProps) {
  const classes = useStyles();
  const card = useCardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const next = useNextLine(level);
  return (
    <section className={card.section}>
      <div className={classes.level}>
        <span className={classes.number}>{level.level}</span>
        <span className={classes.title}>{level.title}</span>
      </div>
      <LadderBar level={level.level} count={level.ladder.length} />
      <div className={`${card.between} ${classes.next}`}>
        <span className={card.muted}>{next ?? t('next.top')}</span>
        {next && <LinkButton onClick={onHow}>{t('card.how')}</LinkButton>}
      </div>
    </section>
  );
}

function useNextLine({ level, ladder }: LevelResult): string | undefined {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const step = ladder.find(item => item.level === level + 1);
  if (!step) {
    return undefined;
  }
  const open = t('next.open', {
    count: step.requirements.filter(item => !item.met).length,
  });
  return step.sustainedFor === undefined
    ? t('next.plain', { open })
    : t(step.promotion === 'board' ? 'next.board' : 'next.auto', {
        open,
        days: format.days(step.sustainedFor),
      });
}
