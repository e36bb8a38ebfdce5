import type {
  AutonomyDocument,
  AutonomyEntitySummary,
  EntityGuardrailStatus,
  ReadinessBand,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { parseEntityRef } from '@backstage/catalog-model';

/** In English for everybody: there is one index. */
const GUARDRAILS: Record<EntityGuardrailStatus, string> = {
  none: 'No guardrails',
  ok: 'All guardrails hold',
  exempt: 'Guardrails exempt',
  'at-risk': 'Guardrails at risk',
  breached: 'Guardrails breached',
  unknown: 'Guardrails unknown',
};

const BANDS: Record<ReadinessBand, string> = {
  ready: 'ready',
  'minor-gaps': 'minor gaps',
  focus: 'needs focus',
  'not-ready': 'not ready',
};

/**
 * What is found of an entity. Every field is there in every document, if only as undefined: an index may know the
 * fields of its first document only.
 *
 * @internal
 */
export function toDocument(
  entity: AutonomyEntitySummary,
  locationTemplate: string,
): AutonomyDocument {
  return {
    title: entity.title ?? entity.name,
    text: textOf(entity),
    location: locationOf(entity, locationTemplate),
    entityRef: entity.entityRef,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    type: entity.type,
    level: entity.level,
    levelTitle: entity.levelTitle,
    guardrailStatus: entity.guardrailStatus,
    readiness: entity.readiness,
    readinessBand: entity.readinessBand,
    tier: entity.tier,
    ownerRef: entity.ownerRef,
    domainRef: entity.domainRef,
  };
}

function textOf(entity: AutonomyEntitySummary): string {
  const { domainRef, ownerRef, readiness, readinessBand } = entity;
  const score = readiness === undefined ? '' : ` ${Math.floor(readiness)}`;
  return [
    `Level ${entity.level}, ${entity.levelTitle}`,
    GUARDRAILS[entity.guardrailStatus],
    readinessBand && `Readiness${score}, ${BANDS[readinessBand]}`,
    `Tier ${entity.tier}`,
    ownerRef && `Owner ${parseEntityRef(ownerRef).name}`,
    domainRef && `Domain ${parseEntityRef(domainRef).name}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function locationOf(
  { kind, name, namespace }: AutonomyEntitySummary,
  template: string,
): string {
  const parts: Record<string, string> = { kind, name, namespace };
  return template.replace(/:(namespace|name|kind)\b/g, (_, part) =>
    encodeURIComponent(parts[part].toLocaleLowerCase('en-US')),
  );
}
