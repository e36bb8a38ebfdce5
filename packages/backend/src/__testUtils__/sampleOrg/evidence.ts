import type {
  CollectedFacts,
  Coverage,
  Deployment,
  Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject } from '@backstage/types';
import { join } from 'node:path';
import { examples, readDocuments, yamlFiles } from './files';
import { milliseconds, resolveInstants } from './instants';

type FactDocument = CollectedFacts & { entityRef: string };

export interface Evidence {
  facts: FactDocument[];
  incidents: Incident[];
  deployments: Deployment[];
  coverage: Coverage[];
}

interface EvidenceFile {
  kind: 'Facts' | 'Incidents' | 'Deployments' | 'Coverage';
  items: JsonObject[];
}

/** The sample evidence as the engine gets it, all of it loaded at `now`. */
export function readEvidence(now: number): Evidence {
  const files = yamlFiles(join(examples, 'evidence')).flatMap(file =>
    readDocuments<EvidenceFile>(file),
  );
  const itemsOf = (kind: EvidenceFile['kind']) =>
    files.filter(file => file.kind === kind).flatMap(({ items }) => items);
  const records = <T>(kind: EvidenceFile['kind'], given: JsonObject): T[] =>
    itemsOf(kind).map(
      item =>
        ({
          recordedAt: now,
          ...given,
          ...(resolveInstants(item, offset => now + offset) as JsonObject),
        } as T),
    );

  return {
    facts: itemsOf('Facts').map(item => toFacts(item, now)),
    incidents: records<Incident>('Incidents', { areas: [], class: 'none' }).map(
      withActions,
    ),
    deployments: records('Deployments', { area: 'deployment' }),
    coverage: records('Coverage', {}),
  };
}

function withActions(incident: Incident): Incident {
  const { review } = incident;
  return review
    ? { ...incident, review: { ...review, actions: review.actions ?? [] } }
    : incident;
}

function toFacts(item: JsonObject, now: number): FactDocument {
  const at = (offset: number) => new Date(now + offset).toISOString();
  return {
    entityRef: String(item.entityRef),
    collector: String(item.collector),
    values: resolveInstants(item.facts!, at) as JsonObject,
    collectedAt: now + milliseconds(String(item.collectedAt))!,
    ttl: milliseconds(String(item.ttl))!,
  };
}
