import type { PolicyDocumentKind } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parseDocument } from 'yaml';

/** What a text says, or why it cannot be told. */
export type ReadDocument =
  | { document: JsonObject; mistake?: undefined }
  | { document?: undefined; mistake: string };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one document of a kind; what it says need not be right for the form to show it. */
export function readDocument(
  yaml: string,
  kind: PolicyDocumentKind,
): ReadDocument {
  try {
    const parsed = parseDocument(yaml);
    const [error] = parsed.errors;
    if (error) {
      // Below the first line the text itself is drawn.
      return { mistake: error.message.split('\n')[0].replace(/:$/, '') };
    }
    const document: JsonValue = parsed.toJS({ maxAliasCount: 100 });
    if (!isObject(document)) {
      return { mistake: `expected a document of kind ${titleOf(kind)}` };
    }
    return document.kind === titleOf(kind)
      ? { document }
      : {
          mistake: `kind: expected ${titleOf(kind)}, found ${document.kind}`,
        };
  } catch (error) {
    return { mistake: (error as Error).message };
  }
}

/** As `kind` is written in a document. */
function titleOf(kind: PolicyDocumentKind): string {
  return kind[0].toUpperCase() + kind.slice(1);
}
