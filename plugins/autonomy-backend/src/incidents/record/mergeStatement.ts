import {
  SEVERITIES,
  type Consequence,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { contentHash } from '../../database';
import type { IncidentStatement } from '../IncidentReports';
import { compose, type IncidentRecord, type ToldParts } from './IncidentRecord';
import { isWorse, worse } from './severity';
import { reopenedAt, withState } from './states';

/**
 * What a statement made of a record.
 *
 * @internal
 */
export interface MergedStatement {
  /** The very same where there is nothing to write. */
  record: IncidentRecord;
  /** Whether the record tells anything else than before: what counts, or what the source says. */
  isNews: boolean;
}

/** What is known beyond the statement where it is the first. */
interface FirstReport {
  /** UTC milliseconds. */
  now: number;
  consequences?: Record<string, Consequence>;
}

/**
 * What a statement makes of the record of an incident.
 *
 * @remarks
 *
 * In whatever order statements come, the record ends up the same: the newest word counts, the worst
 * severity stays, an incident was open again whenever it was told so. What takes away from anybody's
 * debit waits for a decision: see `proposalsOf`. The entity and the consequences are those of the first
 * report that came.
 *
 * @internal
 */
export function mergeStatement(
  before: IncidentRecord | undefined,
  statement: IncidentStatement,
  first: FirstReport,
): MergedStatement {
  const hash = hashOf(statement);
  if (!before) {
    return { record: firstRecord(statement, hash, first), isNews: true };
  }
  const { incident, told } = before;
  if (statement.undated && hash === told.contentHash) {
    return { record: before, isNews: false };
  }
  const isNewest = isNewer(statement, hash, before);
  const occurredAt = instantOf(statement, before);
  const states = withState(told.states, [occurredAt, isResolved(statement)]);
  const { severity } = statement;

  const merged = compose({
    incident: {
      ...incident,
      ...(isNewest && plainParts(statement)),
      reopenedAt: reopenedAt(states),
      // After a board has lowered it, what it has judged does not raise it again.
      severity: isWorse(severity, told.highestSeverity)
        ? worse(severity, incident.severity)
        : incident.severity,
    },
    told: {
      ...(isNewest ? toldParts(statement) : told),
      occurredAt: isNewest ? occurredAt : told.occurredAt,
      contentHash: isNewest ? hash : told.contentHash,
      highestSeverity: worse(severity, told.highestSeverity),
      states,
    },
    edited: before.edited,
  });
  if (!isSame(merged.incident, incident)) {
    const changed = { ...merged.incident, updatedAt: first.now };
    return { record: { ...merged, incident: changed }, isNews: true };
  }
  return {
    record: isSame(merged.told, told) ? before : { ...merged, incident },
    isNews: merged.told.contentHash !== told.contentHash,
  };
}

function isSame(a: object, b: object): boolean {
  return contentHash(a) === contentHash(b);
}

function firstRecord(
  statement: IncidentStatement,
  hash: string,
  { consequences, now }: FirstReport,
): IncidentRecord {
  const { entityRef, id, occurredAt, severity, source } = statement;
  return compose({
    incident: {
      id,
      source,
      entityRef,
      ...plainParts(statement),
      severity,
      class: 'none',
      causedBy: undefined,
      classifiedAt: undefined,
      reopenedAt: undefined,
      recordedAt: now,
      updatedAt: now,
      consequences,
    },
    told: {
      ...toldParts(statement),
      occurredAt,
      contentHash: hash,
      highestSeverity: severity,
      states: [[occurredAt, isResolved(statement)]],
    },
    edited: {},
  });
}

/** What only the source can say. */
function plainParts({
  areas,
  mergedInto,
  resolvedAt,
  startedAt,
  title,
  url,
}: IncidentStatement): Pick<
  Incident,
  'areas' | 'mergedInto' | 'resolvedAt' | 'startedAt' | 'title' | 'url'
> {
  return { areas, mergedInto, resolvedAt, startedAt, title, url };
}

function toldParts({
  affected,
  causedBy,
  entityRef,
  irreversible = false,
  review,
  severity,
}: IncidentStatement): ToldParts {
  return { affected, causedBy, entityRef, irreversible, review, severity };
}

/** Of all that is said; since when is not part of it. */
function hashOf({
  occurredAt,
  undated,
  ...content
}: IncidentStatement): string {
  return contentHash(content);
}

function isResolved({ resolvedAt }: { resolvedAt?: number }): boolean {
  return resolvedAt !== undefined;
}

/** What has no instant of its own is newer than all that came before. */
function instantOf(
  { occurredAt, undated }: IncidentStatement,
  { told }: IncidentRecord,
): number {
  return undated ? Math.max(occurredAt, told.occurredAt) : occurredAt;
}

/** Of two words of one instant: the end counts, then the worse; the last resort is any fixed order. */
function isNewer(
  statement: IncidentStatement,
  hash: string,
  { incident, told }: IncidentRecord,
): boolean {
  if (statement.undated) {
    return true;
  }
  const order =
    statement.occurredAt - told.occurredAt ||
    Number(isResolved(statement)) - Number(isResolved(incident)) ||
    SEVERITIES.indexOf(statement.severity) - SEVERITIES.indexOf(told.severity);
  return order > 0 || (order === 0 && hash > told.contentHash);
}
