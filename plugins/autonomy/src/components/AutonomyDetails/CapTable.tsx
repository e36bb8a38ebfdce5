import type { RightResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  bindingCaps,
  RightBoxes,
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';

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
    binding: { fontWeight: 700 },
    none: { color: theme.palette.text.secondary, fontWeight: 400 },
  }),
  { name: 'AutonomyCapTable' },
);

/** The caps as rows; the smallest, which counts, stands out. */
export function CapTable({ right }: { right: RightResult }) {
  const classes = useStyles();
  const words = useAutonomyWords();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const binding = bindingCaps(right);
  const guarded = right.caps.some(cap => cap.kind === 'guardrail');
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
              {cap.nextAt !== undefined && (
                <div className={classes.none}>
                  {cap.kind === 'level'
                    ? t('rightDetails.nextLevel', {
                        level: String(cap.nextAt),
                      })
                    : t('rightDetails.nextAt', {
                        actual: format.share(cap.actual ?? 0),
                        value: format.share(cap.nextAt),
                      })}
                </div>
              )}
            </th>
            <td>
              <span className={classes.right}>
                <RightBoxes right={cap.right} />
                {words.right(cap.right)}
              </span>
              <div className={classes.none}>{words.meaning(cap.right)}</div>
            </td>
          </tr>
        ))}
        {!guarded && (
          <tr className={classes.none}>
            <th scope="row">{t('rightDetails.kinds.guardrail')}</th>
            <td>{t('rightDetails.noGuardrail')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
