import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { isObject } from './isObject';
import { KEYED_LISTS } from './keyedLists';
import {
  disabledScorecardEnvelope,
  overlayEnvelope,
  policyEnvelope,
  scorecardEnvelope,
} from './schema';
import { checkTestsEnvelope } from './testing/schema';

function schemaOf(envelope: z.ZodType): JsonObject {
  const { $schema, ...schema } = z.toJSONSchema(envelope, {
    io: 'input',
    target: 'draft-07',
    reused: 'inline',
  }) as JsonObject;
  return schema;
}

/** Without demands on what must be there; the items of a list that is replaced stay complete. */
function optional(schema: JsonObject): JsonObject {
  const { required, properties, ...rest } = schema;
  if (!isObject(properties)) return schema;
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        isObject(value) ? optional(value) : value,
      ]),
    ),
  };
}

/** What one document says, others may leave out. */
function partialPolicy(schema: JsonObject): JsonObject {
  const properties = schema.properties as JsonObject;
  const spec = optional(properties.spec as JsonObject);
  const fields = spec.properties as JsonObject;
  // Its items are merged, so that one needs no more than its key.
  for (const [name, key] of Object.entries(KEYED_LISTS)) {
    const list = fields[name] as JsonObject;
    const items = optional(list.items as JsonObject);
    fields[name] = { ...list, items: { ...items, required: [key] } };
  }
  return { ...schema, properties: { ...properties, spec } };
}

/**
 * The JSON Schema of policy files and of tests of checks, for editors: what one YAML document may hold. Of a draft that all
 * YAML language servers read.
 * @public
 */
export function policyJsonSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title:
      'Policy, scorecards, overlays and tests of checks of Autonomy for Backstage',
    anyOf: [
      partialPolicy(schemaOf(policyEnvelope)),
      schemaOf(scorecardEnvelope),
      schemaOf(disabledScorecardEnvelope),
      schemaOf(overlayEnvelope),
      schemaOf(checkTestsEnvelope),
    ],
  };
}
