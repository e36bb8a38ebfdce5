import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { ReadinessScore } from '../ReadinessScore';
import { CheckLine } from './CheckLine';
import { useDetailsStyles } from './styles';

/** The readiness items, section by section. */
export function ReadinessDetails({ readiness }: Evaluation) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (readiness.checks.length === 0) {
    return <p className={classes.text}>{t('readinessDetails.none')}</p>;
  }
  return (
    <>
      <h3 className={classes.heading}>
        <ReadinessScore {...readiness} />
      </h3>
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
          <ul className={classes.list}>
            {checks.map(check => (
              <CheckLine key={check.id} check={check} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function bySection(checks: CheckResult[]): Map<string, CheckResult[]> {
  const sections = new Map<string, CheckResult[]>();
  for (const check of checks) {
    const section = check.section ?? '';
    sections.set(section, [...(sections.get(section) ?? []), check]);
  }
  return sections;
}
