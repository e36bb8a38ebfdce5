import type {
  AutonomyApi,
  RecordedDeployment,
  RecordedEvent,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  TimelineItem,
  TimelineKind,
  TimelineSource,
  TimelineSources,
} from './timeline';

/** Reads one page of a kind. */
export async function readPage(
  api: AutonomyApi,
  entityRef: string,
  kind: TimelineKind,
  cursor?: string,
): Promise<TimelineSource> {
  switch (kind) {
    case 'change': {
      const page = await api.getEntityHistory(entityRef, { cursor });
      return sourceOf(page.events.map(changeItem), page);
    }
    case 'incident': {
      const page = await api.listIncidents({ entity: entityRef, cursor });
      return sourceOf(page.items.map(incidentItem), page);
    }
    default: {
      const page = await api.listDeployments({ entity: entityRef, cursor });
      return sourceOf(page.items.map(deploymentItem), page);
    }
  }
}

/** What is read already, and the next page of some kinds. */
export async function readOn(
  api: AutonomyApi,
  entityRef: string,
  sources: TimelineSources,
  kinds: readonly TimelineKind[],
): Promise<TimelineSources> {
  const pages = await Promise.all(
    kinds.map(async kind => {
      const { items, nextCursor } = sources[kind];
      const page = await readPage(api, entityRef, kind, nextCursor);
      return [kind, { ...page, items: [...items, ...page.items] }] as const;
    }),
  );
  return { ...sources, ...Object.fromEntries(pages) };
}

/** A page as the timeline reads it. */
export function sourceOf(
  items: TimelineItem[],
  { pageInfo }: { pageInfo: { nextCursor?: string } },
): TimelineSource {
  return { items, nextCursor: pageInfo.nextCursor };
}

export function changeItem(recorded: RecordedEvent): TimelineItem {
  const { id, event } = recorded;
  return { kind: 'change', at: event.at, key: `change:${id}`, recorded };
}

function incidentItem(incident: RecordedIncident): TimelineItem {
  const { id, source, startedAt: at } = incident;
  return { kind: 'incident', at, key: `incident:${source}:${id}`, incident };
}

function deploymentItem(deployment: RecordedDeployment): TimelineItem {
  const { id, source, finishedAt: at } = deployment;
  const key = `deployment:${source}:${id}`;
  return { kind: 'deployment', at, key, deployment };
}
