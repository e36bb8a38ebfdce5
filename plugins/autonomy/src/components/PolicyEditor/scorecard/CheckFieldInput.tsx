import {
  CONSEQUENCES,
  type DecisionRight,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import type { Address } from '../document/address';
import { useField } from '../document/Editing';
import { AreasInput } from '../fields/AreasInput';
import { ChoiceInput } from '../fields/ChoiceInput';
import { ExpressionInput } from '../fields/ExpressionInput';
import { FlagInput } from '../fields/FlagInput';
import { TextInput } from '../fields/TextInput';
import type { CHECK_FIELDS } from './checkFields';

const EFFECTS = ['inform', 'narrow', 'stop'] as const;
const RIGHTS: DecisionRight[] = [1, 2, 3, 4, 5];
const LEVELS = [2, 3, 4];

export interface CheckFieldInputProps {
  /** Of the check. */
  check: Address;
  field: (typeof CHECK_FIELDS)[number];
}

/** One field of a check with its meaning. */
export function CheckFieldInput({ check, field }: CheckFieldInputProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: shared } = useTranslationRef(autonomyReactTranslationRef);
  const words = useAutonomyWords();
  const { value: passAt } = useField([...check, 'passAt']);
  const props = {
    address: [...check, ...field.path],
    label: t(`checkField.${field.name}`),
    help: t(`checkHelp.${field.name}`),
  };
  switch (field.kind) {
    case 'flag':
      return <FlagInput {...props} />;
    case 'areas':
      return <AreasInput {...props} />;
    case 'check':
    case 'condition':
    case 'link':
      return (
        <ExpressionInput
          {...props}
          use={field.kind}
          passAt={typeof passAt === 'number' ? passAt : undefined}
        />
      );
    case 'effect':
      return (
        <ChoiceInput
          {...props}
          absent={t('checkEffect.absent')}
          choices={EFFECTS.map(value => ({
            value,
            label: t(`checkEffect.${value}`),
          }))}
        />
      );
    case 'right':
      return (
        <ChoiceInput
          {...props}
          absent={t('editorForm.asPolicy')}
          choices={RIGHTS.map(value => ({
            value,
            label: `${value} · ${words.right(value)}`,
          }))}
        />
      );
    case 'consequence':
      return (
        <ChoiceInput
          {...props}
          absent={t('editorForm.asAreas')}
          choices={CONSEQUENCES.map(value => ({
            value,
            label: shared(`consequence.${value}`),
          }))}
        />
      );
    case 'level':
      return (
        <ChoiceInput
          {...props}
          choices={LEVELS.map(value => ({ value, label: String(value) }))}
        />
      );
    default:
      return (
        <TextInput
          {...props}
          type={field.kind === 'number' ? 'number' : 'text'}
          large={field.kind === 'lines'}
          required={field.required}
        />
      );
  }
}
