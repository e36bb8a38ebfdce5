import type { IncidentChange } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  instantText,
  isBySource,
  isPending,
  isSameChange,
  type IncidentProposal,
  type ProposedChange,
} from '../record/IncidentProposal';
import {
  compose,
  type EditedIncident,
  type IncidentRecord,
} from '../record/IncidentRecord';
import { changeIncident, isInForce, lightens } from './changeIncident';
import { reviewByBoard, reviewByOwner } from './reviewWords';
import type { IncidentEditor } from './types';

/**
 * What an edit makes of an incident.
 *
 * @internal
 */
export interface IncidentEdit {
  /** The very same where nothing takes effect. */
  record: IncidentRecord;
  /** Pending ones, and for the record those that took effect at once. */
  added: Omit<IncidentProposal, 'id'>[];
  /** Pending ones that now are so. */
  settled: IncidentProposal[];
}

/**
 * What somebody's patch makes of an incident: a board's word takes effect; an owner may make it worse,
 * and has to ask for what takes away from the debit, as a member of the board too.
 *
 * @param options - `proposals`: all about the incident; `now`: UTC milliseconds
 * @throws NotAllowedError for what only a board may say; InputError where a reason is missing
 * @internal
 */
export function editIncident(options: {
  record: IncidentRecord;
  proposals: readonly IncidentProposal[];
  patch: IncidentChange;
  editor: IncidentEditor;
  now: number;
}): IncidentEdit {
  const { editor, now, patch, proposals } = options;
  const pending = proposals.filter(isPending);
  const edit: IncidentEdit = {
    record: withWords(options),
    added: [],
    settled: [],
  };
  for (const change of changesOf(patch)) {
    const isRenewed =
      editor.isBoard && change.field === 'class' && change.value !== 'none';
    if (isInForce(edit.record, change) && !isRenewed) {
      continue;
    }
    const alike = pending.filter(each => isSameChange(each, change));
    const takesEffect = isUpTo(editor, edit.record, change);
    requireEndless(edit.record, change);
    requireReason(patch, change, takesEffect);
    if (takesEffect) {
      refuseOwnMatter(alike, editor);
      edit.record = changeIncident(edit.record, change, now);
      edit.settled.push(...alike);
      edit.added.push({
        ...proposalOf(change, options),
        ...acceptedBy(options),
      });
    } else if (alike.every(isBySource)) {
      edit.added.push(proposalOf(change, options));
    }
  }
  return edit;
}

/** What is not disputed: the review, who felt it, whether it can be undone. */
function withWords(options: {
  record: IncidentRecord;
  patch: IncidentChange;
  editor: IncidentEditor;
  now: number;
}): IncidentRecord {
  const { editor, now, patch, record } = options;
  const { affected, irreversible, review } = patch;
  const { incident } = record;
  const decides = editor.isBoard && !editor.isOwner;
  if (!decides && irreversible === false && incident.irreversible) {
    throw new NotAllowedError(
      'Only its board, and nobody who owns it, may say it was reversible',
    );
  }
  const words: EditedIncident = {
    ...(affected && { affected }),
    ...(irreversible !== undefined && { irreversible }),
    ...(review && {
      review: decides
        ? reviewByBoard(review, incident.review)
        : reviewByOwner(review, incident.review, now),
    }),
  };
  if (Object.keys(words).length === 0) {
    return record;
  }
  const edited = compose({ ...record, edited: { ...record.edited, ...words } });
  return { ...edited, incident: { ...edited.incident, updatedAt: now } };
}

function changesOf(patch: IncidentChange): ProposedChange[] {
  const { resolvedAt } = patch;
  const values = {
    severity: patch.severity,
    causedBy: patch.causedBy,
    class: patch.class,
    resolvedAt: resolvedAt === undefined ? undefined : instantText(resolvedAt),
  };
  return (['severity', 'causedBy', 'class', 'resolvedAt'] as const).flatMap(
    field => {
      const value = values[field];
      return value === undefined ? [] : [{ field, value }];
    },
  );
}

/** Whether nobody else has to agree. */
function isUpTo(
  { decidesAlone = true, isBoard, isOwner }: IncidentEditor,
  { incident }: IncidentRecord,
  change: ProposedChange,
): boolean {
  const isLighter = lightens(incident, change);
  return isBoard && decidesAlone
    ? !(isOwner && isLighter)
    : change.field === 'severity' && !isLighter;
}

/** What its source has ended is over. */
function requireEndless(
  { told }: IncidentRecord,
  { field, value }: ProposedChange,
): void {
  if (field === 'resolvedAt' && told.resolvedAt !== undefined) {
    throw new InputError(
      `Invalid resolvedAt: expected nothing where the source says when it ended, found ${value}`,
    );
  }
}

/** A class is set, and an end, in writing, and whoever has to decide needs to know why. */
function requireReason(
  { reason }: IncidentChange,
  { field }: ProposedChange,
  takesEffect: boolean,
): void {
  const isWritten = field === 'class' || field === 'resolvedAt';
  if (reason === undefined && (isWritten || !takesEffect)) {
    throw new InputError(
      `Invalid reason: expected one for another ${field}, found nothing`,
    );
  }
}

/** Asking as an owner and granting as the board is deciding on one's own request. */
function refuseOwnMatter(
  alike: readonly IncidentProposal[],
  { ref }: IncidentEditor,
): void {
  if (alike.some(({ proposedBy }) => proposedBy === ref)) {
    throw new NotAllowedError('Nobody decides on their own proposal');
  }
}

type Author = {
  record: IncidentRecord;
  patch: IncidentChange;
  editor: IncidentEditor;
  now: number;
};

function proposalOf(
  change: ProposedChange,
  { editor, now, patch, record }: Author,
): Omit<IncidentProposal, 'id'> {
  const { id, source } = record.incident;
  return {
    ...change,
    incident: { id, source },
    reason: patch.reason,
    proposedBy: editor.ref,
    proposedAt: now,
  };
}

function acceptedBy({ editor, now }: Author) {
  return {
    decision: 'accepted',
    decidedBy: editor.ref,
    decidedAt: now,
  } as const;
}
