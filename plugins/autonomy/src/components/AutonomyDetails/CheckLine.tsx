import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { CheckNotes } from './CheckNotes';
import { useDetailsMode } from './DetailsMode';
import { FactLine } from './FactLine';
import { StateLine } from './StateLine';
import { useDetailsStyles } from './styles';

export interface CheckLineProps {
  check: CheckResult;
  /** What the check amounts to, beside its title. */
  mark?: ReactNode;
  /** What the check does besides passing or failing. */
  children?: ReactNode;
}

/** A check with what it read; where it does not pass, also the risk and the way out. */
export function CheckLine({ check, mark, children }: CheckLineProps) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { actionsOf } = useDetailsMode();
  const open = check.state === 'fail' || check.state === 'unknown';
  const shared =
    check.reads.filter(({ bounds }) => bounds?.some(item => item.alternative))
      .length > 1;
  return (
    <StateLine state={check.state} title={check.title} mark={mark}>
      {check.reads.map(reading => (
        <FactLine key={reading.path} reading={reading} shared={shared} />
      ))}
      <CheckNotes check={check} />
      {children && <div className={classes.muted}>{children}</div>}
      {open && check.risk && (
        <div className={classes.muted}>
          {t('check.risk', { risk: check.risk })}
        </div>
      )}
      {open && check.fix && (
        <div className={classes.muted}>
          {t('check.fix', { fix: check.fix.text })}{' '}
          {check.fix.url && (
            <Link to={check.fix.url}>{t('check.fixLink')}</Link>
          )}
        </div>
      )}
      {open && check.owner && (
        <div className={classes.muted}>
          {t('check.owner')}: <EntityRefLink entityRef={check.owner} hideIcon />
        </div>
      )}
      {actionsOf?.(check)}
    </StateLine>
  );
}
