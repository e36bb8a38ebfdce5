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
import type { CheckField, CheckFieldName } from '../scorecard/checkFields';
import { ChoiceInput } from '../fields/ChoiceInput';
import { FlagInput } from '../fields/FlagInput';
import { TextInput } from '../fields/TextInput';
import type { BaseCheck } from '../inForce/inForce';
import { BaseTable } from './BaseTable';
import { baseValue, STRICTER_OFF, tightenableFor } from './tightenings';

const EFFECTS = ['inform', 'narrow', 'stop'] as const;
const RIGHTS: DecisionRight[] = [1, 2, 3, 4, 5];

export interface TightenedCheckProps {
  index: number;
  base: BaseCheck;
}

/** One check of the base with what is stricter about it here. */
export function TightenedCheck({ base, index }: TightenedCheckProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const value = useValueWords();
  return (
    <BaseTable
      label={base.title}
      rows={tightenableFor(base.role).map(field => ({
        id: field.name,
        field: t(`checkField.${field.name}`),
        base: value(baseValue(base.check, field.name)),
        here: (
          <Tightening
            field={field}
            address={['spec', 'checks', index, field.name]}
            label={`${base.title}: ${t(`checkField.${field.name}`)}`}
          />
        ),
      }))}
    />
  );
}

interface TighteningProps {
  field: CheckField & { name: CheckFieldName };
  address: (string | number)[];
  label: string;
}

function Tightening({ address, field, label }: TighteningProps) {
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: shared } = useTranslationRef(autonomyReactTranslationRef);
  const absent = t('overlayForm.asBase');
  switch (field.kind) {
    case 'flag': {
      const isOff = STRICTER_OFF.includes(field.name);
      return (
        <FlagInput
          address={address}
          label={t(isOff ? 'overlayForm.turnOff' : 'overlayForm.turnOn')}
          set={!isOff}
        />
      );
    }
    case 'effect':
      return (
        <ChoiceInput
          {...{ absent, address, label }}
          hasHiddenLabel
          choices={EFFECTS.map(each => ({
            value: each,
            label: t(`checkEffect.${each}`),
          }))}
        />
      );
    case 'right':
      return (
        <ChoiceInput
          {...{ absent, address, label }}
          hasHiddenLabel
          choices={RIGHTS.map(each => ({
            value: each,
            label: `${each} · ${words.right(each)}`,
          }))}
        />
      );
    case 'consequence':
      return (
        <ChoiceInput
          {...{ absent, address, label }}
          hasHiddenLabel
          choices={CONSEQUENCES.map(each => ({
            value: each,
            label: shared(`consequence.${each}`),
          }))}
        />
      );
    default:
      return (
        <TextInput
          {...{ address, label }}
          hasHiddenLabel
          type={field.kind === 'number' ? 'number' : 'text'}
        />
      );
  }
}

/** A value of the base as a reader knows it. */
function useValueWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (value: unknown) => {
    if (value === undefined) return t('editorForm.asPolicy');
    if (typeof value === 'boolean') return t(value ? 'check.yes' : 'check.no');
    return String(value);
  };
}
