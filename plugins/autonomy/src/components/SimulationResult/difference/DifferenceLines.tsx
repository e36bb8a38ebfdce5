import type { SimulatedDifference } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  RiArrowDownLine,
  RiArrowRightLine,
  RiArrowUpLine,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import type { Direction } from './differenceOf';
import { useDifferenceLines } from './useDifferenceLines';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(0.25),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
    line: {
      display: 'grid',
      gridTemplateColumns: '16px minmax(0, 1fr)',
      gap: theme.spacing(0.75),
      alignItems: 'baseline',
    },
  }),
  { name: 'AutonomyDifferenceLines' },
);

const LOOK = {
  worse: { Icon: RiArrowDownLine, tone: 'bad' },
  better: { Icon: RiArrowUpLine, tone: 'good' },
} as const;

export interface DifferenceLinesProps {
  difference: SimulatedDifference;
  titleOf?: (id: string) => string | undefined;
}

/** What would be otherwise about one entity, from what to what. */
export function DifferenceLines(props: DifferenceLinesProps) {
  const classes = useStyles();
  const linesOf = useDifferenceLines(props.titleOf);
  return (
    <ul className={classes.list}>
      {linesOf(props.difference).map(({ direction, key, text }) => (
        <li key={key} className={classes.line}>
          <Mark direction={direction} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function Mark({ direction }: { direction?: Direction }) {
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!direction) {
    return <RiArrowRightLine size={14} aria-hidden />;
  }
  const { Icon, tone } = LOOK[direction];
  return (
    <span
      role="img"
      aria-label={t(`move.${direction}`)}
      className={tones[tone]}
    >
      <Icon size={14} aria-hidden />
    </span>
  );
}
