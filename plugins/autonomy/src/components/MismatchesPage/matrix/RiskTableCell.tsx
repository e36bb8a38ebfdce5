import type { RiskCell } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { addressOf } from '../../useAddressQuery';
import { isChosen, type MismatchQuery } from '../mismatchQuery';

const useStyles = makeStyles(
  theme => ({
    link: {
      display: 'block',
      minHeight: 56,
      padding: theme.spacing(0.75, 1),
      color: theme.palette.text.primary,
      '&:hover, &[aria-current]': {
        boxShadow: `inset 0 0 0 2px ${theme.palette.text.secondary}`,
      },
      '&:focus-visible': {
        outline: 'none',
        boxShadow: `inset 0 0 0 3px ${theme.palette.primary.main}`,
      },
    },
    none: {
      padding: theme.spacing(0.75, 1),
      color: theme.palette.text.secondary,
    },
    areas: { fontWeight: 600 },
    mark: { whiteSpace: 'nowrap' },
    icon: { verticalAlign: -2 },
  }),
  { name: 'AutonomyRiskTableCell' },
);

export interface RiskTableCellProps {
  cell: RiskCell;
  query: MismatchQuery;
}

/** How many areas stand here and how many of them decide more or less than recommended; leads to those. */
export function RiskTableCell({ cell, query }: RiskTableCellProps) {
  const { areas, consequence, deficit, right, surplus } = cell;
  const classes = useStyles();
  const format = useFormatters();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  if (areas === 0) {
    return (
      <td>
        <div className={classes.none}>{format.number(0)}</div>
      </td>
    );
  }
  const chosen = isChosen(query, cell);
  const above = t('riskMatrix.surplus', { count: surplus });
  const below = t('riskMatrix.deficit', { count: deficit });
  return (
    <td>
      <Link
        className={classes.link}
        // The same cell again shows all.
        to={addressOf(
          query,
          chosen
            ? { consequence: undefined, right: undefined }
            : { consequence: [consequence], right: [right] },
        )}
        aria-current={chosen ? 'true' : undefined}
        aria-label={t('riskMatrix.cell', {
          consequence: word(`consequence.${consequence}`),
          right: words.right(right),
          counts: format.all([
            t('riskMatrix.areas', { count: areas }),
            above,
            below,
          ]),
        })}
      >
        <div className={classes.areas}>
          {t('riskMatrix.areas', { count: areas })}
        </div>
        {surplus > 0 && (
          <div className={classes.mark}>
            <RiArrowUpLine size={14} aria-hidden className={classes.icon} />{' '}
            {above}
          </div>
        )}
        {deficit > 0 && (
          <div className={classes.mark}>
            <RiArrowDownLine size={14} aria-hidden className={classes.icon} />{' '}
            {below}
          </div>
        )}
      </Link>
    </td>
  );
}
