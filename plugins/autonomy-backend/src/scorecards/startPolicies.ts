import {
  parsePolicyFile,
  type FactSchemas,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AutonomyConfig } from '../config';
import type { Clock } from '../database';
import { AddressesRefresh, DatabaseAddresses } from './addresses';
import { ConfigurationConflicts } from './conflicts';
import { documentsInForce } from './documents/documentsInForce';
import { DefaultPolicyRegistry } from './registry';
import {
  BuiltInPolicySource,
  DatabasePolicySource,
  FilePolicySource,
  UrlPolicySource,
} from './sources';
import { DatabasePolicyVersions } from './versions';

/**
 * What is published and configured, and the policy that comes of it.
 *
 * @internal
 */
export type StartedPolicies = Awaited<ReturnType<typeof startPolicies>>;

/**
 * Reads all that the policy is made of: over what is built in comes what was published here, over that what the
 * configuration says.
 *
 * @throws InputError that names the path of a mistake in the configuration, or the line of one in a policy
 * @internal
 */
export async function startPolicies(options: {
  clock: Clock;
  facts: FactSchemas;
  knex: Knex;
  logger: LoggerService;
  settings: Pick<AutonomyConfig, 'policyFiles' | 'policyUrls'>;
  urlReader: UrlReaderService;
}) {
  const { clock, facts, knex, logger, settings, urlReader: reader } = options;
  const now = await clock.now();
  const shipped = BuiltInPolicySource.create();
  const texts = await shipped.read();
  const builtInTexts = documentsInForce({
    texts,
    documents: texts.flatMap(
      ({ place, yaml }) => parsePolicyFile(yaml, place).documents,
    ),
  });
  const builtIn: ReadonlySet<string> = new Set(builtInTexts.keys());
  const versions = DatabasePolicyVersions.create({ knex });
  const addresses = settings.policyUrls;
  const store = DatabaseAddresses.create({ knex });
  const urls = UrlPolicySource.create({ addresses, reader, store });
  await urls.start(now);

  const sources = [
    shipped,
    DatabasePolicySource.create({ builtIn, versions }),
    FilePolicySource.create({ files: settings.policyFiles }),
    urls,
  ];
  const create = () =>
    DefaultPolicyRegistry.create({ facts, logger, sources }, now);
  const policies = await create().catch(async error => {
    if (await urls.fallBack(error, now)) {
      return create();
    }
    throw error;
  });
  await urls.accept(now);
  const conflicts = ConfigurationConflicts.create({ logger, policies });
  conflicts.look(now);
  return {
    addresses: AddressesRefresh.create({
      addresses,
      clock,
      logger,
      policies,
      reader,
      store,
    }),
    builtInTexts,
    conflicts,
    policies,
    versions,
  };
}
