import type { Knex } from 'knex';

/**
 * Requests and exemptions with what has become of each, as a table to select from.
 *
 * @param options - `maxDuration`: after which an exemption ends whatever it says, in milliseconds; `now`: UTC
 * milliseconds
 * @internal
 */
export function recordedExemptions(
  knex: Knex,
  options: { maxDuration: number; now: number },
): Knex.QueryBuilder {
  return knex
    .from(unionOf(knex, options.maxDuration).as('everything'))
    .select('everything.*', stateColumn(knex, options.now));
}

/**
 * Exemptions that have an effect, as a table to select from.
 *
 * @param options - as of {@link recordedExemptions}
 * @internal
 */
export function exemptionsInForce(
  knex: Knex,
  { maxDuration, now }: { maxDuration: number; now: number },
): Knex.QueryBuilder {
  return knex('exemptions')
    .select('exemptions.*')
    .where('exemptions.from_at', '<=', now)
    .whereRaw(`${approvedEnd(maxDuration)} > ?`, [now])
    .andWhere(still =>
      still
        .whereNull('exemptions.revoked_at')
        .orWhere('exemptions.revoked_at', '>', now),
    );
}

/**
 * When an exemption ends unless it is revoked, as SQL.
 *
 * @param maxDuration - in milliseconds
 * @internal
 */
export function approvedEnd(maxDuration: number): string {
  const latest = `exemptions.from_at + ${Number(maxDuration)}`;
  return `case when exemptions.expires_at < ${latest} then exemptions.expires_at else ${latest} end`;
}

/** Requests with what came of them, and exemptions that nobody requested here: one row for each. */
function unionOf(knex: Knex, maxDuration: number): Knex.QueryBuilder {
  const end = approvedEnd(maxDuration);
  const requested = knex('exemption_requests as requests')
    .leftJoin('exemptions', 'exemptions.id', 'requests.exemption_id')
    .select(
      'requests.id',
      'requests.entity_ref',
      'requests.check_id',
      'requests.reason',
      'requests.requested_by',
      'requests.requested_at',
      'exemptions.from_at',
      knex.raw(
        `case when exemptions.id is null then requests.expires_at else ${end} end as ends_at`,
      ),
      'requests.decided_by',
      knex.raw(
        'coalesce(requests.withdrawn_at, requests.decided_at) as decided_at',
      ),
      'requests.decision_reason',
      'exemptions.revoked_at',
      'exemptions.revoked_by',
      'exemptions.revoked_reason',
      'exemptions.board_ref',
      'exemptions.id as exemption_id',
      'requests.proposal_id',
      'requests.renewal_of',
      knex.raw(
        "case when requests.withdrawn_at is not null then 'withdrawn' else requests.decision end as outcome",
      ),
    );
  const unrequested = knex('exemptions')
    .whereNotExists(asked =>
      asked
        .from('exemption_requests as requests')
        .select(knex.raw('1'))
        .whereRaw('requests.exemption_id = exemptions.id'),
    )
    .select(
      'exemptions.id',
      'exemptions.entity_ref',
      'exemptions.check_id',
      'exemptions.reason',
      'exemptions.requested_by',
      'exemptions.recorded_at as requested_at',
      'exemptions.from_at',
      knex.raw(`${end} as ends_at`),
      'exemptions.approved_by as decided_by',
      'exemptions.recorded_at as decided_at',
      knex.raw('cast(null as text) as decision_reason'),
      'exemptions.revoked_at',
      'exemptions.revoked_by',
      'exemptions.revoked_reason',
      'exemptions.board_ref',
      'exemptions.id as exemption_id',
      knex.raw('cast(null as text) as proposal_id'),
      knex.raw('cast(null as text) as renewal_of'),
      knex.raw("'approved' as outcome"),
    );
  return requested.unionAll(unrequested);
}

/** A request whose end has come before a decision is over. */
function stateColumn(knex: Knex, now: number): Knex.Raw {
  return knex.raw(
    `case
      when outcome = 'withdrawn' then 'withdrawn'
      when outcome = 'denied' then 'denied'
      when outcome = 'lapsed' then 'expired'
      when outcome is null and ends_at > :now then 'requested'
      when revoked_at <= :now then 'revoked'
      when from_at > :now then 'planned'
      when ends_at > :now then 'in-force'
      else 'expired'
    end as state`,
    { now },
  );
}
