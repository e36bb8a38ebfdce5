import type { DisputedField } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { nameOf } from './nameOf';
import { useAreaTitles } from './useAreaTitles';

const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
const CLASSES = ['none', 'legal', 'ethical', 'bypass'] as const;

/** What a field of an incident is, or shall be, as plain text. A value that is none of the known ones stays as it is. */
export function useDisputedWords(): (
  field: DisputedField,
  value: string,
) => string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const format = useFormatters();
  const areas = useAreaTitles();
  return (field, value) => {
    switch (field) {
      case 'severity': {
        const known = SEVERITIES.find(each => each === value);
        return known ? word(`consequence.${known}`) : value;
      }
      case 'class': {
        const known = CLASSES.find(each => each === value);
        return known ? t(`incidentClass.${known}`) : value;
      }
      case 'causedBy':
        return value === 'external'
          ? t('incidentDispute.external')
          : nameOf(value);
      case 'areas':
        return areas.all(value.split(','));
      default: {
        const instant = Date.parse(value);
        return Number.isNaN(instant) ? value : format.dateTime(instant);
      }
    }
  };
}
