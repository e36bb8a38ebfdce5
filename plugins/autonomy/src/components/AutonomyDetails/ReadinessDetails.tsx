import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { ReadinessScore } from '../ReadinessScore';
import { CheckLine } from './CheckLine';
import { cutPoints } from './cutLines';
import { FoldedLines } from './FoldedLines';
import { Points } from './Points';
import { useDetailsStyles } from './styles';

const DIGITS = 1;

/** The readiness items with what each adds, section by section. */
export function ReadinessDetails({ readiness }: Evaluation) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const account = cutPoints(readiness.checks, DIGITS);
  const { score, scoreWithExemptions } = readiness;
  if (readiness.checks.length === 0) {
    return <p className={classes.text}>{t('readinessDetails.none')}</p>;
  }
  return (
    <>
      <h3 className={classes.heading}>
        <ReadinessScore {...readiness} />
      </h3>
      {score !== undefined && (
        <p className={classes.text}>
          {t('readinessDetails.sum', {
            score: format.fixed(account.total, DIGITS),
          })}
          {scoreWithExemptions !== undefined &&
            scoreWithExemptions !== score &&
            ` ${t('readinessDetails.withExemptions', {
              score: format.readiness(scoreWithExemptions),
            })}`}
        </p>
      )}
      {[...bySection(readiness.checks)].map(([section, checks]) => (
        <section key={section}>
          <h4 className={classes.heading}>
            {t('readinessDetails.section', {
              section: section || t('readinessDetails.other'),
              passed: String(
                checks.filter(item => item.state === 'pass').length,
              ),
              all: String(checks.length),
            })}
          </h4>
          <FoldedLines
            lines={checks.map(check => ({
              key: check.id,
              held: isHeld(check),
              line: (
                <CheckLine
                  check={check}
                  mark={
                    <Points account={account} check={check} digits={DIGITS} />
                  }
                />
              ),
            }))}
          />
        </section>
      ))}
    </>
  );
}

/** Nothing to do about it: it counts in full, or not at all. */
function isHeld({ state, lost = 0 }: CheckResult): boolean {
  return (state === 'pass' && lost === 0) || state === 'not-applicable';
}

function bySection(checks: CheckResult[]): Map<string, CheckResult[]> {
  const sections = new Map<string, CheckResult[]>();
  for (const check of checks) {
    const section = check.section ?? '';
    sections.set(section, [...(sections.get(section) ?? []), check]);
  }
  return sections;
}
