import type { EntitySnapshot, EvaluatedEntity } from '../model';

/** The entity as far as a reader of an evaluation needs it. */
export function evaluatedEntity(entity: EntitySnapshot): EvaluatedEntity {
  const { entityRef, kind, namespace, name, tier } = entity;
  const { title, type, lifecycle, ownerRef } = entity;
  const { systemRef, domainRef, boardRef } = entity;
  return {
    entityRef,
    kind,
    namespace,
    name,
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
    ...(lifecycle !== undefined && { lifecycle }),
    ...(ownerRef !== undefined && { ownerRef }),
    ...(systemRef !== undefined && { systemRef }),
    ...(domainRef !== undefined && { domainRef }),
    ...(boardRef !== undefined && { boardRef }),
    tier,
  };
}
