import { autonomyReactTranslationRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { Consequence } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useAreaTitles } from '../../eventWords/useAreaTitles';
import { valueAt } from '../document/address';
import { useEditing } from '../document/Editing';
import type { PolicyField } from './policyFields';

/** What fields of the policy are called, and what holds without this document. */
export function usePolicyFieldWords() {
  const { inForce } = useEditing();
  const areas = useAreaTitles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: shared } = useTranslationRef(autonomyReactTranslationRef);

  function base({ address }: PolicyField): string | undefined {
    const value = valueAt({ spec: inForce.spec }, address);
    return value === undefined ? undefined : String(value);
  }
  return {
    label: (field: PolicyField) => t(`policyInput.${field.name}`),
    /** With the level, area or consequence that it is of: there are many alike. */
    fullLabel: (field: PolicyField) => {
      const { name, of = '' } = field;
      const label = t(`policyInput.${name}`);
      if (name === 'grace') {
        return `${label}: ${shared(`consequence.${of as Consequence}`)}`;
      }
      if (name === 'consequence' || name === 'ownedBy') {
        return `${areas.get(of) ?? of}: ${label}`;
      }
      return of ? `${shared('level.name', { level: of })}: ${label}` : label;
    },
    /** As it is written; undefined where nothing holds. */
    base,
    inForce: (field: PolicyField) => {
      const value = base(field);
      return value === undefined
        ? t('editorForm.noneInForce')
        : t('editorForm.inForce', { value });
    },
  };
}
