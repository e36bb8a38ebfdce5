import {
  useFormatters,
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiAlarmWarningLine,
  RiRocket2Line,
  RiScales3Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useDetailsStyles } from '../../AutonomyDetails';
import type { TimelineKind } from './timeline';

const ICONS: Record<TimelineKind, RemixiconComponentType> = {
  change: RiScales3Line,
  incident: RiAlarmWarningLine,
  deployment: RiRocket2Line,
};

export interface TimelineRowProps {
  kind: TimelineKind;
  /** UTC milliseconds. */
  at: number;
  title: ReactNode;
  tone: Tone;
  details: string[];
  /** What the reader can do about it. */
  children?: ReactNode;
}

/** When something happened, what it was, and what is to be known of it. */
export function TimelineRow(props: TimelineRowProps) {
  const { kind, at, title, tone, details, children } = props;
  const classes = useDetailsStyles();
  const tones = useToneStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const Icon = ICONS[kind];
  const label = t(`timeline.kinds.${kind}`);
  return (
    <>
      <span className={tones[tone]} role="img" aria-label={label} title={label}>
        <Icon size={18} aria-hidden />
      </span>
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <div className={classes.title}>
          <span>{title}</span>
          <time
            dateTime={new Date(at).toISOString()}
            className={`${classes.muted} ${classes.number}`}
            title={format.dateTime(at)}
          >
            {format.date(at)}
          </time>
        </div>
        <div className={classes.muted}>{details.join(' · ')}</div>
        {children}
      </div>
    </>
  );
}
