import {
  areasText,
  instantText,
  isBySource,
  isPending,
  isSameChange,
  type IncidentProposal,
  type ProposedChange,
} from './IncidentProposal';
import { areasBeyond, touched } from './areas';
import { causeOf, type IncidentRecord } from './IncidentRecord';
import { isWorse } from './severity';

/**
 * What has to be done so that the pending proposals of a source are what it says now.
 *
 * @internal
 */
export interface ProposalChanges {
  propose: ProposedChange[];
  withdraw: IncidentProposal[];
}

/**
 * What the source says now and what does not count unless somebody accepts it: a lower severity, fewer
 * areas, an earlier start, and that somebody else answers for the incident.
 *
 * @param defaultArea - what an incident without areas touches
 * @internal
 */
export function wishesOf(
  { incident, told }: IncidentRecord,
  defaultArea: string,
): ProposedChange[] {
  const wishes: ProposedChange[] = [];
  if (isWorse(incident.severity, told.severity)) {
    wishes.push({ field: 'severity', value: told.severity });
  }
  if (areasBeyond(incident.areas, told.areas, defaultArea).length > 0) {
    const areas = touched(told.areas, defaultArea);
    wishes.push({ field: 'areas', value: areasText(areas) });
  }
  if (told.startedAt < incident.startedAt) {
    wishes.push({ field: 'startedAt', value: instantText(told.startedAt) });
  }
  // Attributed to another entity than at first, it is moved away as much as if the source named a cause.
  const cause =
    told.causedBy ??
    (told.entityRef === incident.entityRef ? undefined : told.entityRef);
  if (cause !== undefined && cause !== causeOf(incident)) {
    wishes.push({ field: 'causedBy', value: cause });
  }
  return wishes;
}

/**
 * @param known - all proposals about the incident; what was declined is not asked for again
 * @internal
 */
export function sourceProposals(
  record: IncidentRecord,
  known: readonly IncidentProposal[],
  defaultArea: string,
): ProposalChanges {
  const wishes = wishesOf(record, defaultArea);
  const own = known.filter(isBySource);
  return {
    propose: wishes.filter(
      wish =>
        !own.some(
          proposal =>
            isSameChange(proposal, wish) &&
            (isPending(proposal) || proposal.decision === 'declined'),
        ),
    ),
    withdraw: own.filter(
      proposal =>
        isPending(proposal) &&
        !wishes.some(wish => isSameChange(proposal, wish)),
    ),
  };
}
