import type { Knex } from 'knex';
import {
  AuthorizedKnownFactsReader,
  type KnownFactsReaderOptions,
} from './AuthorizedKnownFactsReader';
import { FactSamples } from './FactSamples';
import type { KnownFactsReader } from './KnownFactsReader';

/**
 * Puts together what tells which facts there are.
 *
 * @internal
 */
export function createKnownFacts(
  options: Omit<KnownFactsReaderOptions, 'samples'> & { knex: Knex },
): KnownFactsReader {
  return AuthorizedKnownFactsReader.create({
    ...options,
    samples: FactSamples.create(options),
  });
}
