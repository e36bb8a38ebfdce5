import type {
  PolicyDocumentKey,
  PolicyOrigin,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import { isObject } from '../document/readDocument';

/** A check that holds everywhere, as it is written. */
export interface BaseCheck {
  id: string;
  title: string;
  role: ScorecardRole;
  check: JsonObject;
}

/** What holds without the document at hand, as it is written. */
export interface InForce {
  /** Fields of the policy, merged. */
  spec: JsonObject;
  checks: BaseCheck[];
}

export const NOTHING: InForce = { spec: {}, checks: [] };

/** Lists of the policy whose items are known by a field. */
const KEYS: Record<string, string> = { levels: 'level', areas: 'id' };

/** What is read later overrides what is read earlier. */
const LATER: PolicyOrigin['type'][] = ['built-in', 'file', 'url', 'here'];

/** Documents in the order in which they override each other. */
export function inReadingOrder<T extends { origin: PolicyOrigin }>(
  documents: T[],
): T[] {
  const rank = ({ origin }: T) => LATER.indexOf(origin.type);
  return [...documents].sort((a, b) => rank(a) - rank(b));
}

/** Reads what several documents say together, all but one. */
export function readInForce(yaml: string, but: PolicyDocumentKey): InForce {
  const documents = parseAllDocuments(yaml)
    .map(parsed => parsed.toJS() as JsonValue)
    .filter(isObject)
    .filter(
      ({ kind, metadata }) =>
        `${kind}`.toLowerCase() !== but.kind ||
        !isObject(metadata) ||
        metadata.name !== but.name,
    );
  const specsOf = (kind: string) =>
    documents.flatMap(document =>
      document.kind === kind && isObject(document.spec) ? [document.spec] : [],
    );
  return {
    spec: specsOf('Policy').reduce(merged, {}),
    checks: specsOf('Scorecard').flatMap(checksOf),
  };
}

function checksOf({ checks, role }: JsonObject): BaseCheck[] {
  return (Array.isArray(checks) ? checks : []).filter(isObject).map(check => ({
    id: `${check.id}`,
    title: `${check.title ?? check.id}`,
    role: role as ScorecardRole,
    check,
  }));
}

function merged(before: JsonObject, after: JsonObject): JsonObject {
  const result = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const known = before[key];
    if (isObject(known) && isObject(value)) {
      result[key] = merged(known, value);
    } else if (KEYS[key] && Array.isArray(known) && Array.isArray(value)) {
      result[key] = mergedItems(known, value, KEYS[key]);
    } else {
      result[key] = value;
    }
  }
  return result;
}

function mergedItems(
  before: JsonValue[],
  after: JsonValue[],
  key: string,
): JsonValue[] {
  const items = new Map<JsonValue | undefined, JsonObject>();
  for (const item of [...before, ...after]) {
    if (isObject(item)) {
      items.set(item[key], merged(items.get(item[key]) ?? {}, item));
    }
  }
  return [...items.values()];
}
