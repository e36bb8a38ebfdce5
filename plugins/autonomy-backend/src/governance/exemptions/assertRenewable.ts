import { EXEMPTION_RENEWABLE_MS } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { approvedEnd, exemptionsInForce } from './recordedExemptions';

const DAY_MS = 86_400_000;

/**
 * What is in force for longer needs nothing yet. It is read from what is stored: an evaluation may not know it.
 *
 * @param options - `maxDuration` of the entity's domain in milliseconds, `now` in UTC milliseconds
 * @throws ConflictError where the entity is exempt for longer than a renewal is asked for before
 * @internal
 */
export async function assertRenewable(
  trx: Knex.Transaction,
  { checkId, entityRef }: { checkId: string; entityRef: string },
  options: { maxDuration: number; now: number },
): Promise<void> {
  const end = approvedEnd(options.maxDuration);
  const row = await exemptionsInForce(trx, options)
    .where({ entity_ref: entityRef, check_id: checkId })
    .whereNull('exemptions.revoked_at')
    .whereRaw(`${end} > ?`, [options.now + EXEMPTION_RENEWABLE_MS])
    .first(trx.raw(`${end} as ends_at`));
  if (row) {
    throw new ConflictError(
      `${entityRef} is exempt from ${JSON.stringify(checkId)} until ${new Date(
        Number(row.ends_at),
      ).toISOString()}; a renewal can be asked for ${
        EXEMPTION_RENEWABLE_MS / DAY_MS
      } days before`,
    );
  }
}
