import type { ActivityItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RiArrowDownCircleLine,
  RiArrowUpCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { useCauseWords, type EventText } from '../eventWords';

const ICONS: Record<Tone, RemixiconComponentType> = {
  good: RiArrowUpCircleLine,
  attention: RiErrorWarningLine,
  bad: RiArrowDownCircleLine,
  neutral: RiInformationLine,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    // Among words a link is told by its line, not by its colour alone.
    line: { '& a': { textDecoration: 'underline' } },
    title: { fontWeight: 600 },
  }),
  { name: 'AutonomyActivityEntry' },
);

export interface ActivityEntryProps {
  item: ActivityItem;
  text: EventText;
}

/** One change: of what, what, why and when. */
export function ActivityEntry({ item, text }: ActivityEntryProps) {
  const { entity, event } = item;
  const classes = useStyles();
  const tones = useToneStyles();
  const format = useFormatters();
  const causeOf = useCauseWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const Icon = ICONS[text.tone];
  return (
    <li className={classes.root}>
      <Icon size={20} className={tones[text.tone]} aria-hidden />
      <div>
        <Typography variant="body2" component="div" className={classes.line}>
          <EntityRefLink
            entityRef={entity.entityRef}
            title={entity.title ?? entity.name}
            hideIcon
          />
          {' · '}
          <span className={classes.title}>{text.title}</span>
        </Typography>
        {text.detail && (
          <Typography variant="body2" color="textSecondary">
            {text.detail}
          </Typography>
        )}
        <Typography variant="caption" color="textSecondary">
          <time dateTime={new Date(event.at).toISOString()}>
            {format.dateTime(event.at)}
          </time>
          {' · '}
          {t('activity.causedBy', { cause: causeOf(event.cause) })}
        </Typography>
      </div>
    </li>
  );
}
