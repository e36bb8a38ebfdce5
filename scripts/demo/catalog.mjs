import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, parseAllDocuments } from 'yaml';
import { Failure } from '../lib/console.mjs';
import { fetchAlone } from './fetchAlone.mjs';

/**
 * All entities that a catalog file declares, through the targets of its
 * Location entities.
 */
export function declaredEntities(file) {
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS())
    .filter(entity => entity?.kind)
    .flatMap(entity => [
      entity,
      ...(entity.spec?.targets ?? []).flatMap(target =>
        declaredEntities(path.resolve(path.dirname(file), target)),
      ),
    ]);
}

/** Those of the entities that the configuration has evaluated. */
export function entitiesInScope(entities, configFile) {
  const { autonomy } = parse(readFileSync(configFile, 'utf8'));
  return entities.filter(filterPredicateToFilterFunction(autonomy.scope));
}

/**
 * Waits until the catalog holds all the entities and knows their owners.
 *
 * @throws Failure naming what is missing after the time limit (milliseconds)
 */
export async function waitForEntities({ entities, baseUrl, token, timeout }) {
  const refs = entities.map(refOf);
  const deadline = Date.now() + timeout;
  for (;;) {
    const present = await catalogRefs(baseUrl, token);
    const missing = refs.filter(ref => !present.has(ref));
    if (missing.length === 0) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Failure(
        `The catalog did not take in ${missing.length} of the ${
          refs.length
        } sample entities: ${missing.slice(0, 5).join(', ')}`,
      );
    }
    await sleep(250);
  }
}

async function catalogRefs(baseUrl, token) {
  const response = await fetchAlone(
    `${baseUrl}/api/catalog/entities?fields=kind,metadata.namespace,metadata.name,spec.owner,relations`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  if (!response.ok) {
    throw new Failure(
      `The catalog answered ${response.status}: ${await response.text()}`,
    );
  }
  return new Set((await response.json()).filter(isStitched).map(refOf));
}

/** Relations arrive shortly after their entities. */
const isStitched = ({ spec, relations = [] }) =>
  !spec?.owner || relations.some(({ type }) => type === 'ownedBy');

const refOf = ({ kind, metadata: { namespace = 'default', name } }) =>
  `${kind}:${namespace}/${name}`.toLowerCase();
