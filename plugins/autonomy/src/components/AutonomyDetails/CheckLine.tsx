import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { factValue } from './factValue';
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
  const evidence = useEvidenceWords(check);
  const open = check.state === 'fail' || check.state === 'unknown';
  return (
    <StateLine state={check.state} title={check.title} mark={mark}>
      {evidence && <div className={classes.muted}>{evidence}</div>}
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
    </StateLine>
  );
}

function useEvidenceWords(check: CheckResult): string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const words = { yes: t('check.yes'), no: t('check.no') };
  const parts: string[] = check.reads.map(({ path, value }) =>
    value === undefined
      ? t('check.missing', { path })
      : t('check.reading', { path, value: factValue(value, format, words) }),
  );
  // A missing fact already says why; any other reason does not show in the facts.
  if (check.unknownReason && check.unknownReason !== 'fact-missing') {
    parts.push(t(`check.reasons.${check.unknownReason}`));
  }
  if (check.linked) {
    parts.push(t('check.linked', { score: format.number(check.score ?? 0) }));
  }
  if (check.stale) {
    parts.push(t('check.stale'));
  }
  return parts.join(' · ');
}
