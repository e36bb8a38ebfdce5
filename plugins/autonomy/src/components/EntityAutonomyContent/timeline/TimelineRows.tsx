import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { checkTitle, useDetailsStyles } from '../../AutonomyDetails';
import { useCauseWords, useEventWords } from '../../eventWords';
import { DeploymentRow } from './DeploymentRow';
import { IncidentRow } from './IncidentRow';
import type { TimelineItem } from './timeline';
import { TimelineRow } from './TimelineRow';

export interface TimelineRowsProps {
  items: TimelineItem[];
  evaluation: Evaluation;
  /** Something was done about one of them. */
  onDone: () => void;
}

/** Each thing that happened, in the words of its kind. */
export function TimelineRows(props: TimelineRowsProps) {
  const { items, evaluation, onDone } = props;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const eventWords = useEventWords(id => checkTitle(evaluation, id));
  const causeWords = useCauseWords();

  function row(item: TimelineItem) {
    switch (item.kind) {
      case 'incident':
        return (
          <IncidentRow
            incident={item.incident}
            evaluation={evaluation}
            onDone={onDone}
          />
        );
      case 'deployment':
        return (
          <DeploymentRow
            deployment={item.deployment}
            evaluation={evaluation}
            onDone={onDone}
          />
        );
      default: {
        const { event } = item.recorded;
        const { title, detail, tone } = eventWords(event);
        const cause = t('timeline.cause', { cause: causeWords(event.cause) });
        return (
          <TimelineRow
            kind="change"
            at={item.at}
            title={title}
            tone={tone}
            details={detail ? [detail, cause] : [cause]}
          />
        );
      }
    }
  }

  return (
    <ol className={classes.list} aria-label={t('timeline.title')}>
      {items.map(item => (
        <li key={item.key} className={classes.line}>
          {row(item)}
        </li>
      ))}
    </ol>
  );
}
