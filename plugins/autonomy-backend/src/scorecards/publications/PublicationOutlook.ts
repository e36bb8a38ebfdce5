import {
  diffPolicies,
  parsePolicyFile,
  type PolicyChange,
  type PolicyDocumentIssue,
  type PolicyDocumentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, InputError } from '@backstage/errors';
import { checksOf } from '../documents/checksOf';
import { keyText } from '../documents/keys';
import type { PolicyJudge } from '../documents/PolicyJudge';
import { layersOf, type PolicyRegistry } from '../registry';
import { textsAt, type StandingVersion } from '../versions';

/**
 * What is to be published.
 *
 * @internal
 */
export interface Proposal {
  key: PolicyDocumentKey;
  /** Absent where what was published here is taken away. */
  yaml?: string;
  action: 'publish' | 'roll-back' | 'retire';
  /** UTC milliseconds */
  effectiveFrom: number;
}

/**
 * What comes of a publication.
 *
 * @internal
 */
export interface Outcome {
  changes: PolicyChange[];
  /** Ids of checks that nothing in force has. */
  newChecks: string[];
}

/**
 * Looks whether a publication fits everything that is in force and that is scheduled.
 *
 * @internal
 */
export class PublicationOutlook {
  readonly #options: Parameters<typeof PublicationOutlook.create>[0];

  /** @param options - `builtIn`: keys of the built-in documents */
  static create(options: {
    builtIn: ReadonlySet<string>;
    judge: Pick<PolicyJudge, 'issuesOf'>;
    policies: Pick<PolicyRegistry, 'attempt' | 'current'>;
  }): PublicationOutlook {
    return new PublicationOutlook(options);
  }

  private constructor(
    options: Parameters<typeof PublicationOutlook.create>[0],
  ) {
    this.#options = options;
  }

  /**
   * @param standing - what else is published
   * @throws InputError with the first issue; ConflictError where something that is scheduled would no longer fit
   */
  of(
    proposal: Proposal,
    standing: readonly StandingVersion[],
    now: number,
  ): Outcome {
    const { builtIn, judge, policies } = this.#options;
    const { action, effectiveFrom, key, yaml } = proposal;
    const others = standing.filter(each => keyText(each) !== keyText(key));
    // As if it counted, after everything else, with a number that no version has.
    const own: StandingVersion = {
      ...key,
      action,
      effectiveFrom: now,
      number: 0,
      yaml,
    };
    const [gone] = textsAt([own], builtIn, now);
    const tried = yaml ?? gone?.yaml ?? '';

    const attempt = policies.attempt(tried, textsAt(others, builtIn, now));
    const issues = [
      ...attempt.issues,
      // What only takes away says nothing twice.
      ...(yaml === undefined
        ? []
        : judge.issuesOf(attempt.documents, tried, key)),
    ];
    if (!attempt.policy || issues.length > 0) {
      throw new InputError(inOneLine(issues));
    }
    this.#assertFitsLater(tried, others, now, effectiveFrom);

    const inForce = textsAt(standing, builtIn, now);
    const before = policies.attempt('', inForce).policy;
    const layers = layersOf(policies.current, inForce);
    const known = new Set(Object.values(layers).flat().flatMap(checksOf));
    return {
      changes: diffPolicies(before ?? policies.current.policy, attempt.policy),
      newChecks: attempt.documents
        .flatMap(checksOf)
        .filter(id => !known.has(id)),
    };
  }

  /**
   * Whether what is scheduled fits without a version that is taken back.
   *
   * @throws ConflictError
   */
  without(rest: readonly StandingVersion[], now: number): void {
    this.#assertFitsLater('', rest, now, now);
  }

  #assertFitsLater(
    tried: string,
    others: readonly StandingVersion[],
    now: number,
    effectiveFrom: number,
  ): void {
    const { builtIn, policies } = this.#options;
    const instants = [
      effectiveFrom,
      ...others.map(each => each.effectiveFrom),
    ].filter(instant => instant > now && instant >= effectiveFrom);
    for (const instant of new Set(instants)) {
      const here = textsAt(others, builtIn, instant);
      const { issues } = policies.attempt(tried, here);
      if (issues.length > 0) {
        throw new ConflictError(
          `It does not fit what is announced for ${new Date(
            instant,
          ).toISOString()}: ${inOneLine(issues)}`,
        );
      }
    }
  }
}

/**
 * Ids of the checks of a text.
 *
 * @internal
 */
export function checksOfText(yaml: string): string[] {
  return parsePolicyFile(yaml, '').documents.flatMap(checksOf);
}

function inOneLine(issues: readonly PolicyDocumentIssue[]): string {
  const [{ column, field, file, line, message }] = issues;
  const place = [
    file === undefined ? `line ${line}` : `${file}:${line}`,
    ...(column === undefined ? [] : [`column ${column}`]),
  ].join(', ');
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${place}: ${field ? `${field}: ` : ''}${message}${more}`;
}
