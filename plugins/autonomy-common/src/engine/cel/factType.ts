import { suggest } from '../suggest';
import type { FactSchemas } from './FactSchema';
import type { TermType } from './Term';

/** What a path holds as far as its collector says: anything where nothing is known of it. */
export function factType(
  segments: readonly string[],
  schemas: FactSchemas,
): TermType | undefined {
  const [collector, ...keys] = segments;
  if (!Object.hasOwn(schemas, collector)) return 'any';
  const schema = schemas[collector];
  const path = keys.join('.');
  if (Object.hasOwn(schema, path)) return schema[path];
  const isGroup =
    path === '' ||
    Object.keys(schema).some(known => known.startsWith(`${path}.`));
  return isGroup ? 'group' : undefined;
}

/** Says that a collector has no such fact. */
export function unknownFact(
  segments: readonly string[],
  schemas: FactSchemas,
): string {
  const [collector, ...keys] = segments;
  const known = suggest(keys.join('.'), Object.keys(schemas[collector]));
  const hint =
    known === undefined ? '' : ` (did you mean ${collector}.${known}?)`;
  return `unknown fact ${segments.join('.')}${hint}`;
}
