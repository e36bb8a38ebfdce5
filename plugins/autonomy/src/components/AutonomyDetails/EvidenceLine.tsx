import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { RiCheckLine, RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useDetailsStyles } from './styles';

export interface EvidenceLineProps {
  good: boolean;
  /** The source or collector. */
  name: string;
  /** Its state in words. */
  state: string;
  children: ReactNode;
}

/** One source or collector with its state. */
export function EvidenceLine(props: EvidenceLineProps) {
  const classes = useDetailsStyles();
  const tones = useToneStyles();
  const Icon = props.good ? RiCheckLine : RiErrorWarningLine;
  const tone = tones[props.good ? 'good' : 'attention'];
  return (
    <li className={`${classes.line} ${classes.spread}`}>
      <Icon size={18} className={tone} aria-hidden />
      <div>
        {props.name} · <span className={tone}>{props.state}</span>
      </div>
      <div className={classes.muted}>{props.children}</div>
    </li>
  );
}
