import type {
  PlanResult,
  RightCap,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  bindingCaps,
  bindingGrant,
  RightBoxes,
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { CapBar } from './CapBar';
import { useDetailsMode } from './DetailsMode';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      '& td, & th': {
        width: '50%',
        padding: theme.spacing(0.75, 1, 0.75, 0),
        verticalAlign: 'baseline',
        textAlign: 'left',
        fontWeight: 'inherit',
        overflowWrap: 'anywhere',
      },
      lineHeight: 1.35,
    },
    right: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    // The bars of all rows begin and end alike.
    wide: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 112px',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    binding: { fontWeight: 700 },
    none: { color: theme.palette.text.secondary, fontWeight: 400 },
  }),
  { name: 'AutonomyCapTable' },
);

export interface CapTableProps {
  right: RightResult;
  /** For when a plan's cap ends. */
  plans: PlanResult[];
}

/** The caps as rows and the grant beside them; what counts stands out. */
export function CapTable({ right, plans }: CapTableProps) {
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const binding = bindingCaps(right);
  const guarded = right.caps.some(cap => cap.kind === 'guardrail');
  const { grant } = right;

  function notes(cap: RightCap): string[] {
    const found: string[] = [];
    if (cap.nextAt !== undefined) {
      found.push(
        cap.kind === 'level'
          ? t('rightDetails.nextLevel', { level: String(cap.nextAt) })
          : t('rightDetails.nextAt', {
              actual: format.share(cap.actual ?? 0),
              value: format.share(cap.nextAt),
            }),
      );
    }
    const plan = plans.find(item => cap.kind === 'plan' && item.id === cap.ref);
    if (plan) {
      found.push(t('rightDetails.until', { date: format.date(plan.endsAt) }));
    }
    if (cap.hard) {
      found.push(t('rightDetails.hard'));
    }
    return found;
  }

  return (
    <table className={classes.table} aria-label={t('rightDetails.caps')}>
      <tbody>
        {right.caps.map((cap, index) => (
          <tr
            key={index}
            className={binding.includes(cap) ? classes.binding : undefined}
          >
            <th scope="row">
              {t(`rightDetails.kinds.${cap.kind}`)}
              {cap.title && `: ${cap.title}`}
              <div className={classes.none}>{notes(cap).join(' · ')}</div>
            </th>
            <td>
              <RightCell right={cap.right} binding={binding.includes(cap)} />
            </td>
          </tr>
        ))}
        {!guarded && (
          <tr className={classes.none}>
            <th scope="row">{t('rightDetails.kinds.guardrail')}</th>
            <td>{t('rightDetails.noGuardrail')}</td>
          </tr>
        )}
        {grant && (
          <tr className={bindingGrant(right) && classes.binding}>
            <th scope="row">
              {t(grant.trial ? 'rightDetails.trial' : 'rightDetails.grant')}
              <div className={classes.none}>
                {[
                  t('rightDetails.until', {
                    date: format.date(grant.expiresAt),
                  }),
                  ...(grant.failed ? [t('rightDetails.failed')] : []),
                ].join(' · ')}
              </div>
            </th>
            <td>
              <RightCell
                right={grant.right}
                binding={bindingGrant(right) !== undefined}
              />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function RightCell(props: { right: RightCap['right']; binding: boolean }) {
  const { right, binding } = props;
  const classes = useStyles();
  const { onPage } = useDetailsMode();
  const words = useAutonomyWords();
  return (
    <>
      <div className={onPage ? classes.wide : classes.right}>
        {onPage ? (
          <CapBar right={right} binding={binding} />
        ) : (
          <RightBoxes right={right} />
        )}
        {words.right(right)}
      </div>
      <div className={classes.none}>{words.meaning(right)}</div>
    </>
  );
}
