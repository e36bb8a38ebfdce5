import type { FactSchema } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  EntityFacts,
  FactCollector,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Config } from '@backstage/config';
import { readReport } from './readReport';

/**
 * What the nightly report of the backup tool says of each entity.
 *
 * @internal
 */
export class BackupsCollector implements FactCollector {
  readonly id = 'backups';
  readonly description =
    'When the data of an entity was backed up, and when it was last restored from a backup.';
  readonly schema: FactSchema = {
    lastBackupAt: 'instant',
    restoreTestedAt: 'instant',
    encrypted: 'boolean',
  };
  /** One night may be missed before anything goes stale. */
  readonly ttl = { hours: 48 };
  readonly schedule = { frequency: { hours: 6 }, timeout: { minutes: 5 } };
  /** The report is read once for each batch, so batches are large. */
  readonly batchSize = 1_000;
  readonly #report: string;

  /** @throws where `autonomy.backups.report` is missing */
  static fromConfig(config: Config): BackupsCollector {
    return new BackupsCollector(config.getString('autonomy.backups.report'));
  }

  private constructor(report: string) {
    this.#report = report;
  }

  async collect({
    entities,
    signal,
  }: Parameters<FactCollector['collect']>[0]): Promise<EntityFacts[]> {
    const { finishedAt, jobs } = await readReport(this.#report, signal);
    return entities.flatMap(({ entityRef }) => {
      const job = jobs.get(entityRef);
      return job ? { entityRef, facts: job, collectedAt: finishedAt } : [];
    });
  }
}
