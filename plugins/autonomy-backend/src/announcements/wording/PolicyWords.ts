import {
  rightName,
  type AutonomyLevel,
  type CheckDefinition,
  type CompiledPolicy,
  type DecisionRight,
  type DecisionRightName,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { plainText } from './plainText';

const LONGEST_TITLE = 80;

/** What a right means for whoever decides. */
const MEANINGS: Record<DecisionRightName, string> = {
  approval: 'ask first',
  consult: 'consult before deciding',
  'peer-review': 'decide after a peer review',
  inform: 'decide, then have it reviewed',
  decide: 'decide alone',
};

/**
 * The words of a policy for what events name by an id. What it does not know keeps its id: another replica
 * may have a newer policy.
 *
 * @internal
 */
export class PolicyWords {
  readonly #organisation: CompiledPolicy;
  readonly #own: CompiledPolicy;

  /** @param options - `domainRef` is the domain of the entity, whose overlay counts */
  static create(options: {
    domainRef: string | undefined;
    policy: CompiledPolicy;
  }): PolicyWords {
    return new PolicyWords(options);
  }

  private constructor({
    domainRef,
    policy,
  }: Parameters<typeof PolicyWords.create>[0]) {
    this.#organisation = policy;
    this.#own = policy.forDomains(domainRef === undefined ? [] : [domainRef]);
  }

  right(right: DecisionRight): string {
    return MEANINGS[rightName(right)];
  }

  level(level: AutonomyLevel): string {
    const { levels } = this.#own.policy;
    const title = levels.find(each => each.level === level)?.title;
    return title === undefined
      ? `level ${level}`
      : `level ${level}, ${quoted(title)}`;
  }

  area(id: string): string {
    return plainText(this.#areaOf(id)?.title ?? id, LONGEST_TITLE);
  }

  check(id: string): string {
    return quoted(this.definitionOf(id)?.title ?? id);
  }

  /** As its domain has it, else as any other does: overlays of domains further up count as well. */
  definitionOf(id: string): CheckDefinition | undefined {
    const { overlays } = this.#organisation;
    const others = overlays.map(each => this.#organisation.forDomains([each]));
    for (const { scorecards } of [this.#own, ...others]) {
      for (const { checks } of scorecards) {
        const found = checks.find(check => check.id === id);
        if (found) {
          return found;
        }
      }
    }
    return undefined;
  }

  /** Whether a breach of it weighs more than that of others. */
  isGrave({ areas, consequence, effect, mandatory }: CheckDefinition): boolean {
    const consequences = consequence
      ? [consequence]
      : (areas ?? []).map(area => this.#areaOf(area)?.consequence);
    return (
      mandatory === true ||
      effect === 'stop' ||
      consequences.includes('critical')
    );
  }

  /** The right that remains in its areas while it is breached; undefined is no bound. */
  capOf({ effect, narrowTo }: CheckDefinition): DecisionRight | undefined {
    const { caps } = this.#own.policy.guardrails;
    if (effect === 'stop') return caps.stop;
    return effect === 'narrow' ? narrowTo ?? caps.narrow : undefined;
  }

  /** Until when rights are shown and not enforced, in UTC milliseconds; undefined: they are enforced. */
  shownOnlyUntil(now: number): number | undefined {
    const { enforcedFrom = now } = this.#own.policy.ladder;
    return enforcedFrom > now ? enforcedFrom : undefined;
  }

  #areaOf(id: string) {
    return this.#own.policy.areas.find(area => area.id === id);
  }
}

function quoted(title: string): string {
  return `“${plainText(title, LONGEST_TITLE)}”`;
}
