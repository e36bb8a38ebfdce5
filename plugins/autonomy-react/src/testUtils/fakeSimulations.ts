import type {
  ListMovesRequest,
  ListMovesResponse,
  MoveCounts,
  MoveGroups,
  MovesFilter,
  SimulatedDifference,
  SimulatedMove,
  SimulatedMoveKind,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createMoveCounts, createSimulation } from './createSimulation';
import { forwardPageOf, isWanted, notFound } from './fakePages';

/** Simulations, with the same moves in each. */
export class FakeSimulations {
  readonly #moves: SimulatedMove[];
  readonly #started: Partial<Simulation>;
  #simulations: Simulation[];

  constructor(
    simulations: Simulation[],
    moves: SimulatedMove[],
    started: Partial<Simulation>,
  ) {
    this.#simulations = simulations;
    this.#moves = moves;
    this.#started = started;
  }

  list(draftId?: string): Simulation[] {
    return this.#simulations.filter(
      ({ draft }) => draftId === undefined || draft?.id === draftId,
    );
  }

  find(id: string): Simulation | undefined {
    return this.#simulations.find(each => each.id === id);
  }

  start(draft: Simulation['draft'], now: number): Simulation {
    const simulation = createSimulation({
      id: `simulation-${this.#simulations.length + 1}`,
      draft,
      createdAt: now,
      asOf: now,
      atOnce: this.#countsOf('atOnce'),
      settled: this.#countsOf('settled'),
      ...this.#started,
    });
    this.#simulations = [simulation, ...this.#simulations];
    return simulation;
  }

  cancel(id: string): Simulation {
    const simulation = this.find(id);
    if (!simulation) throw notFound(`simulation ${id}`);
    const cancelled: Simulation = { ...simulation, state: 'cancelled' };
    this.#simulations = this.#simulations.map(each =>
      each.id === id ? cancelled : each,
    );
    return cancelled;
  }

  moves(request: ListMovesRequest): ListMovesResponse {
    const found = this.#select(request);
    return { ...forwardPageOf(found, request), totalItems: found.length };
  }

  groups(by: 'domain' | 'owner'): MoveGroups {
    const refOf = (move: SimulatedMove) =>
      by === 'domain' ? move.domainRef : move.ownerRef;
    const refs = [...new Set(this.#moves.map(refOf))];
    return {
      isWithheld: false,
      groups: refs.map(ref => {
        const moves = this.#moves.filter(move => refOf(move) === ref);
        return {
          ref,
          atOnce: countsOf(moves, 'atOnce'),
          settled: countsOf(moves, 'settled'),
        };
      }),
    };
  }

  export(filter: MovesFilter): Blob {
    const refs = this.#select(filter).map(({ entityRef }) => entityRef);
    return new Blob([['entity', ...refs].join('\r\n')]);
  }

  #countsOf(when: 'atOnce' | 'settled'): MoveCounts {
    return countsOf(this.#moves, when);
  }

  #select(filter: MovesFilter): SimulatedMove[] {
    const when = filter.when === 'at-once' ? 'atOnce' : 'settled';
    const text = filter.text?.toLowerCase() ?? '';
    return this.#moves.filter(move => {
      const difference = move[when];
      return (
        difference !== undefined &&
        isWanted(filter.owner, move.ownerRef) &&
        isWanted(filter.domain, move.domainRef) &&
        `${move.entityRef} ${move.title}`.toLowerCase().includes(text) &&
        (!filter.what?.length ||
          filter.what.some(kind => kindsOf(difference).has(kind)))
      );
    });
  }
}

const GUARDRAIL_STATUSES = [
  'none',
  'ok',
  'exempt',
  'at-risk',
  'unknown',
  'breached',
];

/** What of a difference counts as what. */
function kindsOf(difference: SimulatedDifference): Set<SimulatedMoveKind> {
  const { checks, guardrailStatus, level, rights } = difference;
  const steps = rights.map(({ from = 0, to = 0 }) => to - from);
  const raised = (level?.to ?? 0) - (level?.from ?? 0);
  const rankOf = (status = 'none') => GUARDRAIL_STATUSES.indexOf(status);
  const worse = rankOf(guardrailStatus?.to) - rankOf(guardrailStatus?.from);
  const kinds: [SimulatedMoveKind, boolean][] = [
    ['rights-lost', steps.some(step => step < 0)],
    ['rights-gained', steps.some(step => step > 0)],
    ['level-down', raised < 0],
    ['level-up', raised > 0],
    ['guardrail-worse', worse > 0],
    ['guardrail-better', worse < 0],
    ['checks', checks.length > 0],
  ];
  return new Set(kinds.flatMap(([kind, is]) => (is ? [kind] : [])));
}

function countsOf(
  moves: SimulatedMove[],
  when: 'atOnce' | 'settled',
): MoveCounts {
  const kinds = moves.flatMap(move => {
    const difference = move[when];
    return difference ? [kindsOf(difference)] : [];
  });
  const count = (kind: SimulatedMoveKind) =>
    kinds.filter(each => each.has(kind)).length;
  return createMoveCounts({
    entities: kinds.length,
    checks: count('checks'),
    guardrailWorse: count('guardrail-worse'),
    guardrailBetter: count('guardrail-better'),
    levelDown: count('level-down'),
    levelUp: count('level-up'),
    rightsLost: count('rights-lost'),
    rightsGained: count('rights-gained'),
  });
}
