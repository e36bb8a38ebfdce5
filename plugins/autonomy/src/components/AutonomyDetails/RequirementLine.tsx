import type {
  Evaluation,
  LevelRequirement,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { CheckLine } from './CheckLine';
import { StateLine } from './StateLine';
import { useDetailsStyles } from './styles';

export interface RequirementLineProps {
  requirement: LevelRequirement;
  /** For the names of areas and guardrails. */
  evaluation: Pick<Evaluation, 'rights' | 'guardrails'>;
}

/** One thing a level asks for, beside what there is now. */
export function RequirementLine(props: RequirementLineProps) {
  const classes = useDetailsStyles();
  const words = useRequirementWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (props.requirement.kind === 'check') {
    const { check, promotionOnly } = props.requirement;
    return (
      <CheckLine check={check}>
        {promotionOnly && t('levelDetails.promotionOnly')}
      </CheckLine>
    );
  }
  const { title, actual } = words(props.requirement, props.evaluation);
  return (
    <StateLine state={props.requirement.met ? 'pass' : 'fail'} title={title}>
      <div className={classes.muted}>{actual}</div>
    </StateLine>
  );
}

type Minimum = Exclude<LevelRequirement, { kind: 'check' }>;

function useRequirementWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  return (
    requirement: Minimum,
    { rights, guardrails }: RequirementLineProps['evaluation'],
  ) => {
    if (requirement.kind === 'guardrail') {
      return {
        title: t('levelDetails.guardrail'),
        actual: requirement.met
          ? ''
          : t('levelDetails.guardrailBound', {
              level: String(requirement.bound),
              titles: guardrails.guardrails
                .filter(({ check }) =>
                  requirement.guardrailIds.includes(check.id),
                )
                .map(({ check }) => check.title)
                .join(', '),
            }),
      };
    }
    const write =
      requirement.kind === 'readiness' ? format.readiness : format.share;
    const actual =
      requirement.actual === undefined
        ? t('levelDetails.actualMissing')
        : t('levelDetails.actual', { actual: write(requirement.actual) });
    const minimum = write(requirement.minimum);
    if (requirement.kind === 'trust') {
      const right = rights.find(item => item.area === requirement.area);
      const area = right?.title ?? requirement.area;
      return { title: t('levelDetails.trust', { area, minimum }), actual };
    }
    return {
      title: t(`levelDetails.${requirement.kind}`, { minimum }),
      actual,
    };
  };
}
