import type { JsonObject, JsonValue } from '@backstage/types';
import { formatPath, type FieldPath } from './DocumentLines';
import { isObject } from './isObject';
import { KEYED_LISTS } from './keyedLists';
import type { PolicyDocument } from './PolicyDocument';
import type { PolicyIssue } from './PolicyIssue';

type PolicyPart = Extract<PolicyDocument, { kind: 'Policy' }>;

/** Where a field of the merged policy was last set. */
interface Origin {
  document: PolicyPart;
  path: FieldPath;
}

/** The policies of all documents in one, and where each of its fields comes from. */
export class MergedPolicy {
  readonly value: JsonObject = {};
  readonly #origins = new Map<string, Origin>();

  static create(documents: readonly PolicyPart[]): MergedPolicy {
    const merged = new MergedPolicy();
    for (const document of documents) {
      merged.#mergeObject(merged.value, document.value, [], [], document);
    }
    return merged;
  }

  /** An issue at a field; one that nothing set is named in the document that set what is around it. */
  issueAt(path: FieldPath, message: string): PolicyIssue | undefined {
    for (let length = path.length; length > 0; length--) {
      const origin = this.#origins.get(formatPath(path.slice(0, length)));
      if (!origin) continue;
      const { file, lines } = origin.document;
      const field = [...origin.path, ...path.slice(length)];
      return {
        file,
        line: lines.lineOf(field),
        field: formatPath(field),
        message,
      };
    }
    return undefined;
  }

  #mergeObject(
    target: JsonObject,
    source: JsonObject,
    path: FieldPath,
    sourcePath: FieldPath,
    document: PolicyPart,
  ): void {
    for (const [key, value] of Object.entries(source)) {
      const keyPath = [...path, key];
      const keySource = [...sourcePath, key];
      const listKey = path.length === 0 ? KEYED_LISTS[key] : undefined;
      const known = Object.hasOwn(target, key) ? target[key] : undefined;
      if (listKey && Array.isArray(value)) {
        target[key] = known ?? [];
        this.#mergeList(
          target[key] as JsonObject[],
          value as JsonObject[],
          listKey,
          keyPath,
          document,
        );
      } else if (isObject(known) && isObject(value)) {
        this.#mergeObject(known, value, keyPath, keySource, document);
      } else {
        this.#forget(known, keyPath);
        target[key] = structuredClone(value);
        this.#record(value, keyPath, keySource, document);
      }
    }
  }

  #mergeList(
    target: JsonObject[],
    source: readonly JsonObject[],
    key: string,
    path: FieldPath,
    document: PolicyPart,
  ): void {
    source.forEach((item, i) => {
      const known = target.findIndex(candidate => candidate[key] === item[key]);
      const index = known === -1 ? target.push({}) - 1 : known;
      const [itemPath, itemSource] = [
        [...path, index],
        [...path, i],
      ];
      if (known === -1) this.#record(item, itemPath, itemSource, document);
      this.#mergeObject(target[index], item, itemPath, itemSource, document);
    });
  }

  #record(
    value: JsonValue | undefined,
    path: FieldPath,
    sourcePath: FieldPath,
    document: PolicyPart,
  ): void {
    this.#origins.set(formatPath(path), {
      document,
      path: ['spec', ...sourcePath],
    });
    for (const [key, child] of childrenOf(value)) {
      this.#record(child, [...path, key], [...sourcePath, key], document);
    }
  }

  /** Forgets where the content of a field came from that is about to be replaced. */
  #forget(value: JsonValue | undefined, path: FieldPath): void {
    for (const [key, child] of childrenOf(value)) {
      this.#origins.delete(formatPath([...path, key]));
      this.#forget(child, [...path, key]);
    }
  }
}

function childrenOf(
  value: JsonValue | undefined,
): [string | number, JsonValue | undefined][] {
  if (Array.isArray(value)) return value.map((item, i) => [i, item]);
  return isObject(value) ? Object.entries(value) : [];
}
