import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useAutonomyWords } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { ChoiceField } from '../dialog';

const RIGHTS: DecisionRight[] = [1, 2, 3, 4, 5];

export interface RightChoiceProps {
  label: string;
  value?: DecisionRight;
  /** What is said where none is chosen; without it one has to be. */
  none?: string;
  onChange: (right: DecisionRight | undefined) => void;
  mistake?: string;
}

/** One of the five rights, in words. */
export function RightChoice(props: RightChoiceProps) {
  const { label, mistake, none, onChange, value } = props;
  const words = useAutonomyWords();
  return (
    <ChoiceField
      label={label}
      mistake={mistake}
      value={String(value ?? '')}
      onChange={chosen =>
        onChange(RIGHTS.find(right => String(right) === chosen))
      }
      choices={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...RIGHTS.map(right => ({
          value: String(right),
          label: `${right} · ${words.right(right)}: ${words.meaning(right)}`,
        })),
      ]}
    />
  );
}
