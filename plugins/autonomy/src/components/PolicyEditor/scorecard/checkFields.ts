import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** How a field of a check is filled in. */
export type CheckFieldKind =
  | 'text'
  | 'lines'
  | 'number'
  | 'flag'
  | 'right'
  | 'consequence'
  | 'effect'
  | 'level'
  | 'areas'
  | 'check'
  | 'condition'
  | 'link';

export interface CheckField {
  /** Key of its words. */
  name: string;
  path: readonly string[];
  kind: CheckFieldKind;
  required?: boolean;
  /** Only checks of this role have it. */
  role?: ScorecardRole;
}

const field = <N extends string>(
  name: N,
  kind: CheckFieldKind,
  more: Partial<Omit<CheckField, 'name' | 'kind'>> = {},
) => ({ name, kind, path: [name], ...more });

/** The fields of a check, in the order of the form. */
export const CHECK_FIELDS = [
  field('id', 'text', { required: true }),
  field('title', 'text', { required: true }),
  field('expression', 'check', { required: true }),
  field('risk', 'lines'),
  field('fixText', 'lines', { path: ['fix', 'text'] }),
  field('fixUrl', 'text', { path: ['fix', 'url'] }),
  field('areas', 'areas', { role: 'guardrails' }),
  field('effect', 'effect', { role: 'guardrails' }),
  field('narrowTo', 'right', { role: 'guardrails' }),
  field('consequence', 'consequence', { role: 'guardrails' }),
  field('grace', 'text', { role: 'guardrails' }),
  field('mandatory', 'flag', { role: 'guardrails' }),
  field('level', 'level', { role: 'levels', required: true }),
  field('promotionOnly', 'flag', { role: 'levels' }),
  field('required', 'flag', { role: 'accountability' }),
  field('when', 'condition'),
  field('linkedBy', 'link'),
  field('weight', 'number'),
  field('passAt', 'number'),
  field('effectiveFrom', 'text'),
  field('section', 'text'),
  field('description', 'lines'),
  field('owner', 'text'),
  field('attestable', 'flag'),
];

/** Fields whose words the translation has. */
export type CheckFieldName = (typeof CHECK_FIELDS)[number]['name'];

/** Those of the checks of a role. */
export function fieldsFor(role: ScorecardRole) {
  return CHECK_FIELDS.filter(
    each => each.role === undefined || each.role === role,
  );
}
