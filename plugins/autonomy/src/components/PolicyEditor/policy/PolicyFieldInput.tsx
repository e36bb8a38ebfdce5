import { CONSEQUENCES } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyReactTranslationRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceInput } from '../fields/ChoiceInput';
import { TextInput } from '../fields/TextInput';
import type { PolicyField } from './policyFields';

const OWNERS = ['domain', 'central'] as const;
const PROMOTIONS = ['auto', 'board'] as const;

export interface PolicyFieldInputProps {
  field: PolicyField;
  label: string;
  /** What holds in any case, or what the field means. */
  help: string;
  hasHiddenLabel?: boolean;
}

/** One field of the policy, by what it holds. */
export function PolicyFieldInput(props: PolicyFieldInputProps) {
  const { field, hasHiddenLabel, help, label } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: shared } = useTranslationRef(autonomyReactTranslationRef);
  const { address, kind } = field;
  switch (kind) {
    case 'consequence':
      return (
        <ChoiceInput
          {...{ address, hasHiddenLabel, help, label }}
          absent={t('editorForm.asInForce')}
          choices={CONSEQUENCES.map(value => ({
            value,
            label: shared(`consequence.${value}`),
          }))}
        />
      );
    case 'owner':
      return (
        <ChoiceInput
          {...{ address, hasHiddenLabel, help, label }}
          absent={t('editorForm.asInForce')}
          choices={OWNERS.map(value => ({
            value,
            label: t(`policyOwner.${value}`),
          }))}
        />
      );
    case 'promotion':
      return (
        <ChoiceInput
          {...{ address, hasHiddenLabel, help, label }}
          absent={t('editorForm.asInForce')}
          choices={PROMOTIONS.map(value => ({
            value,
            label: t(`policyPromotion.${value}`),
          }))}
        />
      );
    default:
      return (
        <TextInput
          {...{ address, hasHiddenLabel, help, label }}
          type={kind === 'number' ? 'number' : 'text'}
          placeholder={
            kind === 'duration' && !hasHiddenLabel ? 'P30D' : undefined
          }
        />
      );
  }
}
