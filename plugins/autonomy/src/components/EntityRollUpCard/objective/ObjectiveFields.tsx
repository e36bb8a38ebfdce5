import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { DateField, WordsField } from '../../actions/dialog';
import { GroupField } from './GroupField';
import { MeasureFields } from './MeasureFields';
import {
  firstReviewDay,
  MOST_MEASURES,
  STATEMENT,
  withMeasure,
  type MeasureDraft,
  type ObjectiveDraft,
} from './objectiveDraft';
import type { ObjectiveMistakes } from './useMistakeWords';

export interface ObjectiveFieldsProps {
  now: number;
  draft: ObjectiveDraft;
  mistakes: ObjectiveMistakes;
  onChange: (draft: ObjectiveDraft) => void;
}

/** Everything that an objective is made of. */
export function ObjectiveFields(props: ObjectiveFieldsProps) {
  const { now, draft, mistakes, onChange } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { measures } = draft;
  const change = (changes: Partial<ObjectiveDraft>) =>
    onChange({ ...draft, ...changes });
  const changeMeasure = (changed: MeasureDraft) =>
    change({
      measures: measures.map(each =>
        each.key === changed.key ? changed : each,
      ),
    });
  const remove = (key: number) =>
    change({ measures: measures.filter(each => each.key !== key) });
  return (
    <>
      <WordsField
        label={t('objectiveForm.statement')}
        large
        required
        value={draft.statement}
        onChange={statement => change({ statement })}
        longest={STATEMENT.max}
        help={t('objectiveForm.statementHelp')}
        mistake={mistakes.statement}
      />
      <GroupField
        label={t('objectiveForm.owner')}
        help={t('objectiveForm.ownerHelp')}
        mistake={mistakes.ownerRef}
        value={draft.ownerRef}
        onChange={ownerRef => change({ ownerRef })}
      />
      <DateField
        label={t('objectiveForm.review')}
        required
        value={draft.reviewOn}
        onChange={reviewOn => change({ reviewOn })}
        first={firstReviewDay(now)}
        help={t('objectiveForm.reviewHelp')}
        mistake={mistakes.reviewOn}
      />
      {measures.map((measure, index) => (
        <MeasureFields
          key={measure.key}
          number={index + 1}
          measure={measure}
          mistakes={mistakes}
          onChange={changeMeasure}
          onRemove={measures.length > 1 ? () => remove(measure.key) : undefined}
        />
      ))}
      {measures.length < MOST_MEASURES ? (
        <div>
          <Button size="small" onClick={() => onChange(withMeasure(draft))}>
            {t('objectiveForm.add')}
          </Button>
        </div>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('objectiveForm.most', { number: String(MOST_MEASURES) })}
        </Typography>
      )}
    </>
  );
}
