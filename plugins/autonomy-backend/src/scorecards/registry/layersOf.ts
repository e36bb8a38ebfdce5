import {
  parsePolicyFile,
  type PolicyDocument,
  type PolicyOrigin,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PolicyText } from '../sources';
import type { PolicySnapshot } from './PolicyRegistry';

/**
 * The documents of a policy by where they come from, each list in order.
 *
 * @internal
 */
export interface PolicyLayers {
  builtIn: PolicyDocument[];
  here: PolicyDocument[];
  configured: PolicyDocument[];
}

/**
 * @param published - what is published here instead of what is
 * @internal
 */
export function layersOf(
  { documents, texts }: Pick<PolicySnapshot, 'documents' | 'texts'>,
  published?: readonly PolicyText[],
): PolicyLayers {
  const origins = new Map(
    texts.map(({ origin, place }) => [place, origin.type]),
  );
  const of = (...types: PolicyOrigin['type'][]) =>
    documents.filter(({ file }) => types.includes(origins.get(file)!));
  return {
    builtIn: of('built-in'),
    here:
      published?.flatMap(
        ({ place, yaml }) => parsePolicyFile(yaml, place).documents,
      ) ?? of('here'),
    configured: of('file', 'url'),
  };
}
