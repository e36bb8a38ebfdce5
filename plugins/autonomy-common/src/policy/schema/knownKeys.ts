import type { FieldPath } from '../DocumentLines';

/** As much of a schema's definition as is needed to find what it allows. */
interface Definition {
  type?: string;
  /** What a transformed value was before. */
  in?: Schema;
  shape?: Record<string, Schema>;
  innerType?: Schema;
  element?: Schema;
  valueType?: Schema;
  options?: Schema[];
  discriminator?: string;
  values?: unknown[];
}
export interface Schema {
  def: unknown;
}

function definitionOf(schema: Schema): Definition {
  return schema.def as Definition;
}

/** The values of its discriminator that select an option of a union. */
function discriminatorValues(option: Schema, discriminator: string): unknown[] {
  const literal = definitionOf(option).shape?.[discriminator];
  return (literal && definitionOf(literal).values) ?? [];
}

/** The definition that rules a path of some data; unions are resolved by their discriminator. */
export function definitionAt(
  schema: Schema | undefined,
  path: FieldPath,
  data: any,
): Definition | undefined {
  if (!schema) return undefined;
  const definition = definitionOf(schema);
  const { innerType, options, discriminator = '' } = definition;
  if (innerType) return definitionAt(innerType, path, data);
  if (options) {
    const option = options.find(candidate =>
      discriminatorValues(candidate, discriminator).includes(
        data?.[discriminator],
      ),
    );
    return option ? definitionAt(option, path, data) : definition;
  }
  if (path.length === 0) return definition;
  const [key, ...rest] = path;
  const { shape, element, valueType } = definition;
  return definitionAt(shape?.[key] ?? element ?? valueType, rest, data?.[key]);
}

/** Whether a field is only known so that its refusal says why. */
function isRefused(field: Schema): boolean {
  const { type, innerType } = definitionOf(field);
  return innerType ? isRefused(innerType) : type === 'never';
}

/** The field names that a schema allows at a path of some data. */
export function knownKeys(
  schema: Schema,
  path: FieldPath,
  data: unknown,
): string[] {
  const { shape = {} } = definitionAt(schema, path, data) ?? {};
  return Object.keys(shape).filter(key => !isRefused(shape[key]));
}

/** The values that choose between the options of the union at a path of some data. */
export function unionValues(
  schema: Schema,
  path: FieldPath,
  data: unknown,
): string[] {
  const definition = definitionAt(schema, path, data);
  return (definition?.options ?? [])
    .flatMap(option =>
      discriminatorValues(option, definition?.discriminator ?? ''),
    )
    .map(String);
}
