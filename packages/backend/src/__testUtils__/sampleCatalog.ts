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
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

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
  const documents = parseAllDocuments(readFileSync(file, 'utf8'));
  return documents.flatMap(document => {
    const entity = document.toJS() as Entity;
    const targets = (entity.spec?.targets ?? []) as string[];
    return [
      entity,
      ...targets.flatMap(target =>
        followLocations(resolve(dirname(file), target)),
      ),
    ];
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
          const targetRef = stringifyEntityRef(target);
          const known = relations.get(sourceRef) ?? [];
          relations.set(sourceRef, [...known, { type, targetRef }]);
        }
      },
    );
  }
  return relations;
}
