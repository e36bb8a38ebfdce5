import {
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';

const ICONS: Record<Tone, RemixiconComponentType> = {
  good: RiCheckLine,
  attention: RiErrorWarningLine,
  bad: RiCloseLine,
  neutral: RiTimeLine,
};

/** A state in words, with the icon and colour that go with them. */
export function StateMark({ tone, text }: { tone: Tone; text: string }) {
  const tones = useToneStyles();
  const Icon = ICONS[tone];
  return (
    <span className={tones[tone]}>
      <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} /> {text}
    </span>
  );
}
