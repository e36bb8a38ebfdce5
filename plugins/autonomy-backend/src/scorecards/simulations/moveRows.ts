import {
  SIMULATED_MOVE_KINDS,
  type MoveCounts,
  type SimulatedDifference,
  type SimulatedMove,
  type SimulatedMoveKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** @internal */
export const MOVES_TABLE = 'simulation_moves';

/**
 * An entity in which something would change, as it is stored.
 *
 * @internal
 */
export interface MoveRow {
  simulation_id: string;
  entity_ref: string;
  /** JSON */
  at_once: string | null;
  /** JSON */
  settled: string | null;
  at_once_kinds: number;
  settled_kinds: number;
}

/** The columns of each of the two views. @internal */
export const VIEWS = {
  'at-once': { column: 'at_once', kinds: 'at_once_kinds' },
  settled: { column: 'settled', kinds: 'settled_kinds' },
} as const;

/** What is counted of each kind. @internal */
export const COUNTED: Record<
  SimulatedMoveKind,
  Exclude<keyof MoveCounts, 'entities'>
> = {
  'rights-lost': 'rightsLost',
  'rights-gained': 'rightsGained',
  'level-down': 'levelDown',
  'level-up': 'levelUp',
  'guardrail-worse': 'guardrailWorse',
  'guardrail-better': 'guardrailBetter',
  checks: 'checks',
};

/** Of several kinds together. Which kind has which bit is stored, so new kinds come last. @internal */
export function bitsOf(kinds: readonly SimulatedMoveKind[]): number {
  return kinds.reduce(
    (bits, kind) => bits | (1 << SIMULATED_MOVE_KINDS.indexOf(kind)),
    0,
  );
}

/**
 * @param kindsOf - the kinds of a difference
 * @internal
 */
export function toMoveRow(
  simulationId: string,
  { atOnce, entityRef, settled }: SimulatedMove,
  kindsOf: (difference: SimulatedDifference) => SimulatedMoveKind[],
): MoveRow {
  return {
    simulation_id: simulationId,
    entity_ref: entityRef,
    at_once: atOnce ? JSON.stringify(atOnce) : null,
    settled: settled ? JSON.stringify(settled) : null,
    at_once_kinds: atOnce ? bitsOf(kindsOf(atOnce)) : 0,
    settled_kinds: settled ? bitsOf(kindsOf(settled)) : 0,
  };
}

/**
 * @param row - with what the catalog says of the entity
 * @internal
 */
export function toMove(row: any): SimulatedMove {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    atOnce: row.at_once === null ? undefined : JSON.parse(row.at_once),
    settled: row.settled === null ? undefined : JSON.parse(row.settled),
  };
}
