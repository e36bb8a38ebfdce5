import {
  SEVERITIES,
  type Consequence,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { contentHash } from '../../database';
import type { IncidentStatement } from '../IncidentReports';
import { allAreas, areasBeyond } from './areas';
import {
  compose,
  type IncidentRecord,
  type ToldIncident,
  type ToldParts,
} from './IncidentRecord';
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
  /** What an incident without areas touches. */
  defaultArea: string;
  consequences?: Record<string, Consequence>;
}

/**
 * What a statement makes of the record of an incident.
 *
 * @remarks
 *
 * In whatever order statements come, the record ends up the same: the newest word counts, the worst
 * severity, all areas and the latest start stay, an incident was open again whenever it was told so. What
 * takes away from anybody's debit waits for a decision: see `wishesOf`. The entity and the consequences
 * are those of the first report that came.
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
  const state = [occurredAt, isResolved(statement)] as const;
  const states = withState(told.states, state);

  const merged = compose({
    incident: {
      ...incident,
      ...(isNewest && plainParts(statement)),
      ...heavierParts(before, statement, first),
      // What is no longer kept cannot unsay it.
      reopenedAt: reopenedAt(states) ?? incident.reopenedAt,
    },
    told: {
      ...(isNewest ? toldParts(statement) : told),
      occurredAt: isNewest ? occurredAt : told.occurredAt,
      contentHash: isNewest ? hash : told.contentHash,
      ...worstOf(told, statement, first),
      states,
    },
    edited: before.edited,
  });
  if (!isSame(merged.incident, incident)) {
    const changed = { ...merged.incident, updatedAt: first.now };
    return { record: { ...merged, incident: changed }, isNews: true };
  }
  const isKnown = isSame(merged.told, told);
  return {
    // Since when it is so is noted even where nothing else is new: a state in between may come later.
    record: isKnown ? before : { ...merged, incident },
    isNews: merged.told.contentHash !== told.contentHash,
  };
}

/**
 * What weighs more than all that the source said before. After a board has made it lighter, what it has
 * judged does not weigh again.
 */
function heavierParts(
  { incident, told }: IncidentRecord,
  { areas, severity, startedAt }: IncidentStatement,
  { defaultArea }: FirstReport,
): Pick<Incident, 'areas' | 'severity' | 'startedAt'> {
  const added =
    told.allAreas.length === 0
      ? areas
      : areasBeyond(areas, told.allAreas, defaultArea);
  return {
    severity: isWorse(severity, told.highestSeverity)
      ? worse(severity, incident.severity)
      : incident.severity,
    areas:
      added.length > 0
        ? allAreas(incident.areas, added, defaultArea)
        : incident.areas,
    startedAt:
      startedAt > told.latestStart
        ? Math.max(startedAt, incident.startedAt)
        : incident.startedAt,
  };
}

/** What a source ever said that weighs most. */
function worstOf(
  told: ToldIncident,
  { areas, severity, startedAt }: IncidentStatement,
  { defaultArea }: FirstReport,
): Pick<ToldIncident, 'allAreas' | 'highestSeverity' | 'latestStart'> {
  return {
    highestSeverity: worse(severity, told.highestSeverity),
    allAreas: allAreas(told.allAreas, areas, defaultArea),
    latestStart: Math.max(startedAt, told.latestStart),
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
  const { areas, entityRef, id, occurredAt, severity, source, startedAt } =
    statement;
  return compose({
    incident: {
      id,
      source,
      entityRef,
      ...plainParts(statement),
      severity,
      areas,
      startedAt,
      resolvedAt: undefined,
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
      allAreas: areas,
      latestStart: startedAt,
      states: [[occurredAt, isResolved(statement)]],
    },
    edited: {},
  });
}

/** What only the source can say. */
function plainParts({
  mergedInto,
  title,
  url,
}: IncidentStatement): Pick<Incident, 'mergedInto' | 'title' | 'url'> {
  return { mergedInto, title, url };
}

function toldParts({
  affected,
  areas,
  causedBy,
  entityRef,
  irreversible = false,
  resolvedAt,
  review,
  severity,
  startedAt,
}: IncidentStatement): ToldParts {
  return {
    affected,
    areas,
    causedBy,
    entityRef,
    irreversible,
    resolvedAt,
    review,
    severity,
    startedAt,
  };
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
  { told }: IncidentRecord,
): boolean {
  if (statement.undated) {
    return true;
  }
  const order =
    statement.occurredAt - told.occurredAt ||
    Number(isResolved(statement)) - Number(isResolved(told)) ||
    SEVERITIES.indexOf(statement.severity) - SEVERITIES.indexOf(told.severity);
  return order > 0 || (order === 0 && hash > told.contentHash);
}
