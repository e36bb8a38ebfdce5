import type { FactMistake } from './FactMistake';
import { FACT_TYPES } from './findSchemaMistake';

const MAX_LENGTH = 200;
const PATH = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/;

/**
 * What keeps a value from being a schema of facts: types by path such as `owner.exists`.
 * @returns the first mistake, with the path of the fact as one part; undefined where there is none
 * @public
 */
export function findDeclarationMistake(
  schema: unknown,
): FactMistake | undefined {
  const isObject = typeof schema === 'object' && schema !== null;
  if (!isObject || Array.isArray(schema) || !Object.keys(schema).length) {
    return { path: [], expected: 'types by the paths of facts' };
  }
  for (const [path, type] of Object.entries(schema)) {
    const expected = expectedOf(path, type, schema);
    if (expected !== undefined) return { path: [path], expected };
  }
  return undefined;
}

function expectedOf(
  path: string,
  type: unknown,
  schema: object,
): string | undefined {
  const keys = path.split('.');
  if (path.length > MAX_LENGTH || !PATH.test(path)) {
    return 'a path of names such as owner.exists';
  }
  const above = keys.map((_, i) => keys.slice(0, i).join('.'));
  if (above.some(group => Object.hasOwn(schema, group))) {
    return 'a path that is not below another fact';
  }
  return FACT_TYPES.some(known => known === type)
    ? undefined
    : `one of ${FACT_TYPES.join(', ')}`;
}
