import type {
  CheckResult,
  Evaluation,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useState } from 'react';
import { isAnything, offersOf } from './checks/offersOf';
import { OfferedActions } from './checks/OfferedActions';
import { useOwnersRecords } from './records';

export interface CheckActionsProps {
  check: CheckResult;
  role: ScorecardRole;
  evaluation: Evaluation;
  /** Something was done that may change the evaluation. */
  onDone: () => void;
}

/** What owners can do about a check, and what they asked for; nothing where there is neither. */
export function CheckActions(props: CheckActionsProps) {
  const { check, evaluation, onDone, role } = props;
  const { answers, decisions, refresh, requests } =
    useOwnersRecords(evaluation);
  const [now] = useState(Date.now);
  const offers = offersOf({ check, role, answers, requests, decisions, now });
  if (!isAnything(offers)) return null;
  return (
    <OfferedActions
      check={check}
      evaluation={evaluation}
      offers={offers}
      onDone={() => {
        void refresh();
        onDone();
      }}
    />
  );
}
