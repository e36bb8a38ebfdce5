import type { GuardrailCounts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { guardrailStatusLook } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { standingOf } from './standingOf';
import { useGroundStyles, useMatrixStyles } from './styles';
import type { CellWords } from './useCellWords';

export interface StandingCellProps {
  /** Of the guardrail. */
  id: string;
  /** Of domain and guardrail. */
  name: string;
  counts?: GuardrailCounts;
  /** Of the list of the domain; undefined where there is none. */
  address?: string;
  /** The list shows what is behind it. */
  isPicked: boolean;
  words: CellWords;
}

/** Of how many entities a guardrail holds; it leads to those where it does not. */
export function StandingCell(props: StandingCellProps) {
  const { id, name, counts = {}, address, isPicked, words } = props;
  const classes = useMatrixStyles();
  const grounds = useGroundStyles();
  const standing = standingOf(counts);
  if (!standing) {
    return <td />;
  }
  const { all, held, states, worst } = standing;
  const { Icon } = guardrailStatusLook[worst];
  const label = `${name}: ${words.standing(standing, counts)}`;
  const content = (
    <>
      <Icon size={14} aria-hidden />
      {held}/{all}
    </>
  );
  if (!address) {
    return (
      <td className={grounds[worst]} title={label}>
        <span className={classes.cell} role="img" aria-label={label}>
          {content}
        </span>
      </td>
    );
  }
  const to = `${address}&guardrail=${encodeURIComponent(id)}${states
    .map(state => `&guardrailState=${state}`)
    .join('')}`;
  return (
    <td className={grounds[worst]}>
      <a
        href={to}
        data-to={to}
        tabIndex={-1}
        className={classes.cell}
        aria-label={label}
        aria-current={isPicked || undefined}
        title={label}
      >
        {content}
      </a>
    </td>
  );
}
