import {
  conformsTo,
  type FactType,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** What an expression can write after a dot. */
const NAME = /^[a-z_]\w*$/i;
/** Whoever reports thousands of paths reports data. */
const MOST_PATHS = 2_000;
const MOST_EXAMPLE_LENGTH = 80;
/** From the narrowest; an instant is a text as well. */
const TYPES: readonly FactType[] = [
  'boolean',
  'number',
  'instant',
  'text',
  'numbers',
  'texts',
];
/** Their values say little about anybody. Texts may say anything. */
const SHOWN: ReadonlySet<FactType> = new Set(['boolean', 'number', 'instant']);

/**
 * What was seen of a fact.
 *
 * @internal
 */
export interface FactSighting {
  /** Absent where every value was empty. */
  type?: FactType;
  /** In how many of the documents it is. */
  documents: number;
  /** A value of it, as JSON; absent where it might be nobody's business. */
  example?: string;
}

/**
 * Learns from documents which facts there are.
 *
 * @internal
 */
export class FactSightings {
  readonly #byPath = new Map<string, FactSighting>();

  /** By `collector.path`. */
  get byPath(): ReadonlyMap<string, FactSighting> {
    return this.#byPath;
  }

  /** @param documents - how many say the same */
  add(collector: string, values: JsonObject, documents: number): void {
    this.#walk(values, [collector], documents);
  }

  #walk(value: JsonValue, path: string[], documents: number): void {
    if (isGroup(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (NAME.test(key) && inner !== undefined && inner !== null) {
          this.#walk(inner, [...path, key], documents);
        }
      }
    } else {
      this.#see(path.join('.'), value, documents);
    }
  }

  #see(path: string, value: JsonValue, documents: number): void {
    const known = this.#byPath.get(path);
    if (!known && this.#byPath.size >= MOST_PATHS) {
      return;
    }
    const type = typeOf(value);
    this.#byPath.set(path, {
      type: bothOf(known?.type, type),
      documents: (known?.documents ?? 0) + documents,
      example: known?.example ?? exampleOf(value, type),
    });
  }
}

function isGroup(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: JsonValue): FactType | undefined {
  if (Array.isArray(value) && value.length === 0) {
    return undefined;
  }
  return TYPES.find(type => conformsTo({ value: type }, { value })) ?? 'any';
}

function bothOf(
  one: FactType | undefined,
  other: FactType | undefined,
): FactType | undefined {
  if (one === other || one === undefined || other === undefined) {
    return one ?? other;
  }
  const isText = (type: FactType) => type === 'text' || type === 'instant';
  return isText(one) && isText(other) ? 'text' : 'any';
}

function exampleOf(
  value: JsonValue,
  type: FactType | undefined,
): string | undefined {
  const json = JSON.stringify(value);
  return type && SHOWN.has(type) && json.length <= MOST_EXAMPLE_LENGTH
    ? json
    : undefined;
}
