import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  type Entity,
  type EntityRelation,
} from '@backstage/catalog-model';
import { BuiltinKindsEntityProcessor } from '@backstage/plugin-catalog-backend';
import { dirname, resolve } from 'node:path';
import { readDocuments } from './files';

const processor = new BuiltinKindsEntityProcessor();
const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/**
 * The entities that a catalog file leads to, as the catalog would keep them:
 * validated, and with the relations of both ends.
 *
 * @throws for an entity that the catalog would refuse
 */
export async function readCatalog(file: string): Promise<Entity[]> {
  const entities = await Promise.all(
    followLocations(file).map(async read => {
      const entity = await policy.enforce(read);
      if (!entity || !(await processor.validateEntityKind(entity))) {
        throw new Error(`The catalog has no kind '${read.kind}'`);
      }
      return entity;
    }),
  );
  const relations = await relationsOf(entities);
  return entities.map(entity => ({
    ...entity,
    relations: relations.get(stringifyEntityRef(entity)) ?? [],
  }));
}

function followLocations(file: string): Entity[] {
  return readDocuments<Entity>(file).flatMap(entity => {
    const targets = (entity.spec?.targets ?? []) as string[];
    return entity.kind === 'Location'
      ? [
          entity,
          ...targets.flatMap(target =>
            followLocations(resolve(dirname(file), target)),
          ),
        ]
      : [entity];
  });
}

async function relationsOf(entities: Entity[]) {
  const relations = new Map<string, EntityRelation[]>();
  for (const entity of entities) {
    await processor.postProcessEntity(
      entity,
      { type: 'file', target: '' },
      result => {
        if (result.type === 'relation') {
          const { source, type, target } = result.relation;
          const sourceRef = stringifyEntityRef(source);
          relations.set(sourceRef, [
            ...(relations.get(sourceRef) ?? []),
            { type, targetRef: stringifyEntityRef(target) },
          ]);
        }
      },
    );
  }
  return relations;
}
