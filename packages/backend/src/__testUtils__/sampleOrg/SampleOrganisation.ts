import {
  evaluate,
  type CollectedFacts,
  type CompiledPolicy,
  type Evaluation,
  type EvaluationInput,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { join } from 'node:path';
import { readCatalog } from './catalog';
import { readConfig } from './config';
import { readEvidence, type Evidence } from './evidence';
import { examples } from './files';
import { readPolicy } from './policy';
import { deriveEntities, type SampleEntity } from './snapshots';

/** The sample organisation as the engine sees it at one instant. */
export class SampleOrganisation {
  readonly #components: ReadonlyMap<string, SampleEntity>;

  static async at(
    now: number,
    loadedAt: number = now,
  ): Promise<SampleOrganisation> {
    const config = readConfig();
    const policy = readPolicy(config.policyFiles);
    const entities = await readCatalog(join(examples, 'all.yaml'));
    return new SampleOrganisation(
      now,
      policy,
      entities,
      readEvidence(loadedAt),
      deriveEntities(entities, policy.policy, config, now),
    );
  }

  private constructor(
    readonly now: number,
    readonly policy: CompiledPolicy,
    readonly entities: readonly Entity[],
    readonly evidence: Evidence,
    components: readonly SampleEntity[],
  ) {
    this.#components = new Map(
      components.map(component => [component.snapshot.entityRef, component]),
    );
  }

  /** What the engine says about every component. */
  evaluateAll(): Evaluation[] {
    return [...this.#components.keys()].map(ref => this.evaluate(ref));
  }

  /** What the engine says about a component, with more incidents if any are given. */
  evaluate(entityRef: string, ...incidents: Incident[]): Evaluation {
    const input = this.#inputFor(entityRef);
    return evaluate(
      { ...input, incidents: [...input.incidents, ...incidents] },
      this.policy,
      this.now,
    );
  }

  #inputFor(entityRef: string): EvaluationInput {
    const component = this.#components.get(entityRef)!;
    const { facts, incidents, deployments, coverage } = this.evidence;
    const isItsOwn = (item: { entityRef: string }) =>
      item.entityRef === entityRef;
    return {
      entity: component.snapshot,
      facts: [
        this.#builtIn('catalog', component.catalogFacts),
        this.#builtIn('team', component.teamFacts),
        ...facts.filter(isItsOwn),
      ],
      incidents: incidents.filter(isItsOwn),
      deployments: deployments.filter(isItsOwn),
      coverage: coverage.filter(isItsOwn),
    };
  }

  #builtIn(collector: string, values: JsonObject): CollectedFacts {
    const { defaultTtl: ttl } = this.policy.policy.facts;
    return { collector, values, collectedAt: this.now, ttl };
  }
}
