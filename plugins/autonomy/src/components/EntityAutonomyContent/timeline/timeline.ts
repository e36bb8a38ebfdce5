import type {
  RecordedDeployment,
  RecordedEvent,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What the timeline tells of. */
export const TIMELINE_KINDS = ['change', 'incident', 'deployment'] as const;

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Something that happened to an entity. */
export type TimelineItem = {
  /** When it happened, in UTC milliseconds. */
  at: number;
  key: string;
} & (
  | { kind: 'change'; recorded: RecordedEvent }
  | { kind: 'incident'; incident: RecordedIncident }
  | { kind: 'deployment'; deployment: RecordedDeployment }
);

/** The pages read so far of one kind, the newest first. */
export interface TimelineSource {
  items: TimelineItem[];
  nextCursor?: string;
}

export type TimelineSources = Record<TimelineKind, TimelineSource>;

/** What can be told in order, and of which kinds more has to be read first. */
export interface MergedTimeline {
  items: TimelineItem[];
  behind: TimelineKind[];
}

/**
 * Kinds side by side, the newest first, as far back as every one of them has been read: beyond
 * that something would be missing in between.
 */
export function mergeTimeline(
  sources: TimelineSources,
  kinds: readonly TimelineKind[],
): MergedTimeline {
  const oldest = (kind: TimelineKind) =>
    sources[kind].items.at(-1)?.at ?? Infinity;
  const unread = kinds.filter(kind => sources[kind].nextCursor !== undefined);
  const horizon = Math.max(-Infinity, ...unread.map(oldest));
  return {
    items: kinds
      .flatMap(kind => sources[kind].items)
      .filter(({ at }) => at >= horizon)
      .sort((a, b) => b.at - a.at),
    behind: unread.filter(kind => oldest(kind) === horizon),
  };
}
