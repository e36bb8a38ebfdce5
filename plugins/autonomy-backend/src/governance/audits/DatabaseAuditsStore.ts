import type { TrustAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupByEntity, toInstant } from '../../database';
import { AUDITS_TABLE, RATINGS_TABLE } from './auditRows';

/**
 * What teams say that they decide, and what boards agreed to.
 *
 * @internal
 */
export interface AuditsStore {
  /** What counts of the audits of entities, or will or did, by entity ref. */
  readFor(entityRefs: readonly string[]): Promise<Map<string, TrustAudit[]>>;
}

interface Row {
  id: string;
  entity_ref: string;
  lapses_at: number | string;
  agreed: string | null;
  agreed_at: number | string | null;
  team: string;
  team_at: number | string;
  board: string | null;
  board_at: number | string | null;
}

/**
 * @remarks
 *
 * What a team says of itself shows in results, and so counts from when the board cannot be led by it any more: when
 * both have rated, or the audit ended without the board.
 *
 * @internal
 */
export class DatabaseAuditsStore implements AuditsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseAuditsStore {
    return new DatabaseAuditsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, TrustAudit[]>> {
    const rows: Row[] = await this.#knex(`${AUDITS_TABLE} as audits`)
      .join(`${RATINGS_TABLE} as team`, join =>
        join.on('team.audit_id', 'audits.id').onVal('team.side', 'team'),
      )
      .leftJoin(`${RATINGS_TABLE} as board`, join =>
        join.on('board.audit_id', 'audits.id').onVal('board.side', 'board'),
      )
      .whereIn('audits.entity_ref', entityRefs)
      .orderBy('audits.id')
      .select(
        'audits.id',
        'audits.entity_ref',
        'audits.lapses_at',
        'audits.agreed',
        'audits.agreed_at',
        'team.ratings as team',
        'team.rated_at as team_at',
        'board.ratings as board',
        'board.rated_at as board_at',
      );
    const audits = groupByEntity(rows, toAudits);
    return new Map([...audits].map(([ref, parts]) => [ref, parts.flat()]));
  }
}

/** What it was until they agreed, and from then on: a past instant is evaluated by what was known then. */
function toAudits(row: Row): TrustAudit[] {
  const teamAt = Number(row.team_at);
  const boardAt = toInstant(row.board_at);
  const ratings = {
    id: row.id,
    entityRef: row.entity_ref,
    team: JSON.parse(row.team),
    board: row.board === null ? {} : JSON.parse(row.board),
  };
  const rated: TrustAudit =
    boardAt === undefined
      ? { ...ratings, heldAt: Number(row.lapses_at), recordedAt: teamAt }
      : {
          ...ratings,
          heldAt: Math.max(teamAt, boardAt),
          recordedAt: Math.max(teamAt, boardAt),
        };
  if (row.agreed === null) {
    return [rated];
  }
  const agreedAt = Number(row.agreed_at);
  const agreed = {
    ...ratings,
    agreed: JSON.parse(row.agreed),
    heldAt: agreedAt,
    recordedAt: agreedAt,
  };
  return [rated, agreed];
}
