import type { CheckDefinition, Scorecard, ScorecardRole } from '../../model';
import type { CheckTightening } from './Overlay';

/** A check of the base in its role. */
export interface BaseCheck {
  role: ScorecardRole;
  definition: CheckDefinition;
}

/** The checks of the base by id; roles may use the same. */
export class BaseChecks {
  readonly #byId = new Map<string, BaseCheck[]>();

  static create(scorecards: readonly Scorecard[]): BaseChecks {
    const result = new BaseChecks();
    for (const { role, checks } of scorecards) {
      for (const definition of checks) {
        const known = result.#byId.get(definition.id) ?? [];
        result.#byId.set(definition.id, [...known, { role, definition }]);
      }
    }
    return result;
  }

  get ids(): string[] {
    return [...this.#byId.keys()];
  }

  /** The checks that a tightening may mean; it is clear if there is one. */
  meantBy({ id, role }: CheckTightening): readonly BaseCheck[] {
    const known = this.#byId.get(id) ?? [];
    return role ? known.filter(check => check.role === role) : known;
  }
}
