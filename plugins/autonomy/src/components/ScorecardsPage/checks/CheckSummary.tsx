import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { percent } from '../../charts';
import { useListHref } from '../../EntityRollUpCard/useListHref';
import { checkQuery, type CheckFigure } from './checkQueries';
import type { CheckRowProps } from './CheckRow';
import { Sparkline } from './Sparkline';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 88px',
      columnGap: theme.spacing(2),
      alignItems: 'center',
      minWidth: 0,
    },
    bar: {
      height: 8,
      borderRadius: 4,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.hover,
      boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
    },
    share: { height: '100%', backgroundColor: theme.palette.primary.main },
    figures: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'AutonomyCheckSummary' },
);

/** How a check fares: the share that passes, its trend, coverage, and what cannot be told. */
export function CheckSummary(props: CheckRowProps) {
  const { definition, domain, insight, role } = props;
  const { id, title } = definition;
  const classes = useStyles();
  const hrefOf = useListHref();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!insight) return null;
  const { coverage, passRate, trend, unknownShare } = insight;
  const linked = (figure: CheckFigure, words: string): ReactNode => {
    const query = checkQuery({ id, role, domain }, figure);
    return query ? <Link to={hrefOf(query)}>{words}</Link> : words;
  };
  return (
    <div className={classes.root}>
      <div>
        {passRate !== undefined && (
          <div className={classes.bar} aria-hidden>
            <div
              className={classes.share}
              style={{ width: `${passRate * 100}%` }}
            />
          </div>
        )}
        <div className={classes.figures}>
          <span>
            {passRate === undefined
              ? t('policyCheck.notCounted')
              : linked(
                  'pass',
                  t('policyCheck.passRate', { share: percent(passRate) }),
                )}
          </span>
          {coverage !== undefined && (
            <span>
              {linked(
                'applies',
                t('policyCheck.coverage', { share: percent(coverage) }),
              )}
            </span>
          )}
          {unknownShare !== undefined && unknownShare > 0 && (
            <span>
              {linked(
                'unknown',
                t('policyCheck.unknown', { share: percent(unknownShare) }),
              )}
            </span>
          )}
        </div>
      </div>
      <Sparkline title={title} trend={trend} />
    </div>
  );
}
