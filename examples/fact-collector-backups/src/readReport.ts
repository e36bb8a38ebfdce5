import { ForwardedError, InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/**
 * What the backup tool wrote.
 *
 * @internal
 */
export interface BackupReport {
  /** When the report was finished, in UTC milliseconds. */
  finishedAt: number;
  /** By entity ref. */
  jobs: ReadonlyMap<string, BackupJob>;
}

/**
 * @internal
 */
export type BackupJob = Omit<
  z.infer<typeof reportSchema>['jobs'][number],
  'entity'
>;

const instant = z.iso.datetime({ offset: true });

const reportSchema = z.object({
  finishedAt: instant,
  jobs: z.array(
    z.object({
      entity: z.string(),
      lastBackupAt: instant.optional(),
      restoreTestedAt: instant.optional(),
      encrypted: z.boolean().optional(),
    }),
  ),
});

/**
 * @throws an error that names the file where it cannot be read, or is no report
 * @internal
 */
export async function readReport(
  file: string,
  signal?: AbortSignal,
): Promise<BackupReport> {
  const { data, error } = reportSchema.safeParse(await readJson(file, signal));
  if (error) {
    const [{ message, path }] = error.issues;
    throw new InputError(
      `${file} is no report of backups: ${path.join('.') || 'all'}: ${message}`,
    );
  }
  return {
    finishedAt: Date.parse(data.finishedAt),
    jobs: new Map(
      data.jobs.map(({ entity, ...job }) => [
        entity.toLocaleLowerCase('en-US'),
        job,
      ]),
    ),
  };
}

async function readJson(file: string, signal?: AbortSignal): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, { encoding: 'utf8', signal }));
  } catch (error) {
    throw new ForwardedError(`${file} cannot be read as JSON`, error);
  }
}
