import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** Fields of checks and scorecards that have a name in words. */
const FIELDS = [
  'title',
  'section',
  'description',
  'owner',
  'risk',
  'fix',
  'weight',
  'passAt',
  'expression',
  'when',
  'linkedBy',
  'attestable',
  'effectiveFrom',
  'level',
  'promotionOnly',
  'required',
  'areas',
  'consequence',
  'effect',
  'narrowTo',
  'mandatory',
  'grace',
  'filter',
  'role',
  'scorecard',
] as const;

/** Fields of the policy, with what stands for `*`. */
const PATTERNS = [
  [/^levels\.(\w+)\.minReadiness$/, 'minReadiness'],
  [/^levels\.(\w+)\.minAccountability$/, 'minAccountability'],
  [/^levels\.(\w+)\.minTrust(?:\.\w+)?$/, 'minTrust'],
  [/^levels\.(\w+)\.sustainedFor$/, 'sustainedFor'],
  [/^levels\.(\w+)\.promotion$/, 'promotion'],
  [/^areas\.([\w-]+)\.consequence$/, 'areaConsequence'],
  [/^areas\.([\w-]+)\.ownedBy$/, 'areaOwner'],
  [/^areas\.([\w-]+)$/, 'area'],
  [/^guardrails\.grace\.(\w+)$/, 'guardrailGrace'],
] as const;

/** The name of a field; what has none in words is called as it is written. */
export function useFieldWords(): (field: string) => string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return field => {
    const known = FIELDS.find(name => name === field);
    if (known) return t(`policyField.${known}`);
    for (const [pattern, name] of PATTERNS) {
      const match = pattern.exec(field);
      if (match) return t(`policySetting.${name}`, { id: match[1] });
    }
    return field;
  };
}
