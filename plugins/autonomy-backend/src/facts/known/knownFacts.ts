import type {
  FactSchemas,
  FactType,
  KnownFact,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { RESERVED_COLLECTORS } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { sortBy } from 'lodash';
import type { FactSample } from './FactSamples';

/**
 * Facts that were declared, and others that were seen, by path.
 *
 * @param schemas - of declared collectors nothing else can be read
 * @internal
 */
export function knownFacts(
  schemas: FactSchemas,
  { scale, sightings }: FactSample,
): KnownFact[] {
  const seenAs = (path: string) => {
    const { documents = 0, example } = sightings.byPath.get(path) ?? {};
    return { entities: Math.round(documents * scale), example };
  };
  const declared = Object.entries(schemas).flatMap(([collector, schema]) =>
    Object.entries(schema).map(([below, type]: [string, FactType]) => {
      const path = `${collector}.${below}`;
      return {
        path,
        type,
        isDeclared: true,
        ...(RESERVED_COLLECTORS.includes(collector) ? {} : seenAs(path)),
      };
    }),
  );
  const others = [...sightings.byPath]
    .filter(([path]) => !Object.hasOwn(schemas, path.split('.')[0]))
    .map(([path, { type = 'any' }]) => ({
      path,
      type,
      isDeclared: false,
      ...seenAs(path),
    }));
  return sortBy([...declared, ...others], 'path');
}
