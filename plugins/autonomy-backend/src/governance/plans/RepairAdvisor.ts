import {
  adviseRepair,
  type CompiledPolicy,
  type EvaluationInput,
  type Incident,
  type RepairAdvice,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationInputs } from '../../evaluation';
import { incidentRef } from './PlanSubjects';
import type { PlanQueries } from './PlanQueries';

const LOOK_BACK = 90 * 86_400_000;
const MOST = 20;

interface AdvisorOptions {
  inputs: Pick<EvaluationInputs, 'load'>;
  policy: CompiledPolicy;
  queries: Pick<PlanQueries, 'answered'>;
}

/**
 * Says which repair fits the incidents of an entity, from the same evidence as evaluations have. No pulse tells yet how
 * safe it is to speak up, which counts as medium.
 *
 * @internal
 */
export class RepairAdvisor {
  readonly #options: AdvisorOptions;

  static create(options: AdvisorOptions): RepairAdvisor {
    return new RepairAdvisor(options);
  }

  private constructor(options: AdvisorOptions) {
    this.#options = options;
  }

  /**
   * Of what the entity answers for and no plan answers yet, the newest first.
   *
   * @param now - UTC milliseconds
   */
  async advise(entityRef: string, now: number): Promise<RepairAdvice[]> {
    const input = await this.#load(entityRef, now);
    if (!input) {
      return [];
    }
    const answered = await this.#options.queries.answered(entityRef, now);
    return input.incidents
      .filter(
        incident =>
          (incident.causedBy ?? incident.entityRef) === entityRef &&
          incident.startedAt > now - LOOK_BACK &&
          !answered.has(incidentRef(incident)),
      )
      .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1))
      .slice(0, MOST)
      .map(incident => this.#adviseOn(incident, input, now));
  }

  /** Advice on some incidents of an entity, whatever is planned, with what is known of each. */
  async adviseOn(
    entityRef: string,
    refs: readonly string[],
    now: number,
  ): Promise<{ incident: Incident; advice: RepairAdvice }[]> {
    const input =
      refs.length > 0 ? await this.#load(entityRef, now) : undefined;
    return (input?.incidents ?? [])
      .filter(incident => refs.includes(incidentRef(incident)))
      .map(incident => ({
        incident,
        advice: this.#adviseOn(incident, input!, now),
      }));
  }

  async #load(
    entityRef: string,
    now: number,
  ): Promise<EvaluationInput | undefined> {
    const [loaded] = await this.#options.inputs.load([entityRef], now);
    return loaded && { ...loaded.input, prior: loaded.record?.state };
  }

  #adviseOn(
    incident: Incident,
    input: EvaluationInput,
    now: number,
  ): RepairAdvice {
    const { policy } = this.#options;
    return adviseRepair({ incident, input, now, policy });
  }
}
