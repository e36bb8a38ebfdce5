import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { STATEMENT, type ObjectiveField } from './objectiveDraft';

/** What is wrong with the fields, by field. */
export type ObjectiveMistakes = Partial<Record<ObjectiveField, string>>;

/** Says what a field wants. */
export function useMistakeWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const wordsOf = (field: ObjectiveField): string => {
    switch (field) {
      case 'statement':
        return t('objectiveForm.statementMistake', {
          min: String(STATEMENT.min),
          max: String(STATEMENT.max),
        });
      case 'ownerRef':
        return t('objectiveForm.ownerMistake');
      case 'reviewOn':
        return t('objectiveForm.reviewMistake');
      default:
        return t('objectiveForm.measureMistake');
    }
  };
  return (fields: ObjectiveField[]): ObjectiveMistakes =>
    Object.fromEntries(fields.map(field => [field, wordsOf(field)]));
}
