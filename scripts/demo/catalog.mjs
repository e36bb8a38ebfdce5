import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { Failure } from '../lib/console.mjs';

/**
 * The refs of all entities that a catalog file declares, through the targets
 * of its Location entities.
 */
export function declaredEntities(file) {
  if (!existsSync(file)) {
    return [];
  }
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS())
    .filter(entity => entity?.kind)
    .flatMap(({ kind, metadata, spec }) => [
      `${kind}:${metadata.namespace ?? 'default'}/${
        metadata.name
      }`.toLowerCase(),
      ...(kind === 'Location'
        ? [spec.target, ...(spec.targets ?? [])].flatMap(target =>
            followTarget(file, target),
          )
        : []),
    ]);
}

function followTarget(file, target) {
  return target === undefined
    ? []
    : globSync(path.resolve(path.dirname(file), target)).flatMap(
        declaredEntities,
      );
}

/**
 * Waits until the catalog holds all the entities.
 *
 * @throws Failure naming what is missing after the time limit (milliseconds)
 */
export async function waitForEntities({ refs, baseUrl, token, timeout }) {
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
  const response = await fetch(
    `${baseUrl}/api/catalog/entities?fields=kind,metadata.namespace,metadata.name`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  if (!response.ok) {
    throw new Failure(
      `The catalog answered ${response.status}: ${await response.text()}`,
    );
  }
  const entities = await response.json();
  return new Set(
    entities.map(({ kind, metadata }) =>
      `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase(),
    ),
  );
}
