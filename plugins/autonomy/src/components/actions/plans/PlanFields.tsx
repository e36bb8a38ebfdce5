import type {
  Evaluation,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { GroupField } from '../../EntityRollUpCard/objective/GroupField';
import { ChoiceField, WordsField } from '../dialog';
import { RightChoice } from '../governance/RightChoice';
import { AreasField } from './AreasField';
import { checksOf } from './checksOf';
import { CriteriaField } from './CriteriaField';
import { IncidentsField } from './IncidentsField';
import { PlanDates } from './PlanDates';
import {
  APPROACHES,
  longestOf,
  withApproach,
  type PlanDraft,
  type PlanLimits,
} from './planDraft';
import type { PlanField } from './planMistakes';

const LONGEST_TITLE = 200;
const LONGEST_REASON = 1_000;

export interface PlanFieldsProps {
  /** UTC milliseconds. */
  now: number;
  evaluation: Evaluation;
  /** By `source/id`. */
  incidents: Map<string, RecordedIncident>;
  limits: PlanLimits;
  draft: PlanDraft;
  onChange: (draft: PlanDraft) => void;
  mistakes: Partial<Record<PlanField, string>>;
}

/** Everything that a plan says. */
export function PlanFields(props: PlanFieldsProps) {
  const { draft, evaluation, incidents, limits, mistakes, now, onChange } =
    props;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const edit = (part: Partial<PlanDraft>) => onChange({ ...draft, ...part });
  const longest = longestOf(draft.approach, limits);
  return (
    <>
      <WordsField
        label={t('planForm.title')}
        required
        value={draft.title}
        onChange={title => edit({ title })}
        longest={LONGEST_TITLE}
        mistake={mistakes.title}
      />
      <WordsField
        label={t('planForm.reason')}
        large
        required
        value={draft.reason}
        onChange={reason => edit({ reason })}
        longest={LONGEST_REASON}
        help={t('planForm.reasonHelp')}
        mistake={mistakes.reason}
      />
      <div>
        <ChoiceField
          label={t('planForm.approach')}
          value={draft.approach}
          onChange={approach => onChange(withApproach(draft, approach, limits))}
          choices={APPROACHES.map(value => ({
            value,
            label: t(`planDetails.approaches.${value}`),
          }))}
        />
        <Typography variant="body2" color="textSecondary">
          {t(`planForm.approachMeaning.${draft.approach}`)}{' '}
          {limits &&
            t('planForm.longest', { duration: format.duration(longest) })}
        </Typography>
      </div>
      <AreasField
        rights={evaluation.rights}
        value={draft.areas}
        onChange={areas => edit({ areas })}
        mistake={mistakes.areas}
      />
      <RightChoice
        label={t('planForm.cap')}
        none={t('planForm.noCap')}
        mistake={mistakes.cap}
        value={draft.cap}
        onChange={cap => edit({ cap })}
      />
      <PlanDates
        now={now}
        limits={limits}
        draft={draft}
        mistakes={mistakes}
        onChange={edit}
      />
      <CriteriaField
        checks={checksOf(evaluation)}
        value={draft.criteria}
        onChange={criteria => edit({ criteria })}
        mistake={mistakes.criteria}
      />
      <GroupField
        isOptional
        clear={t('planForm.noSupport')}
        label={t('planForm.support')}
        help={t('planForm.supportHelp')}
        value={draft.supportedBy}
        onChange={supportedBy => edit({ supportedBy })}
      />
      <IncidentsField
        incidents={incidents}
        value={draft.incidents}
        onChange={refs => edit({ incidents: refs })}
      />
    </>
  );
}
