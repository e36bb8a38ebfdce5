import {
  diffPolicies,
  type PolicyDocument,
  type PolicyDocumentIssue,
  type PolicyDocumentKey,
  type PolicyVerdict,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ConfigurationConflicts } from '../conflicts';
import { TRIED, toDocumentIssues, type PolicyRegistry } from '../registry';
import { textsAt, type PolicyVersionsStore } from '../versions';
import { keyOf, keyText, keyTextOf } from './keys';

/**
 * Says of a text what is to be said before it is published.
 *
 * @internal
 */
export class PolicyJudge {
  readonly #options: Parameters<typeof PolicyJudge.create>[0];

  /** @param options - `builtIn`: keys of the built-in documents */
  static create(options: {
    builtIn: ReadonlySet<string>;
    conflicts: ConfigurationConflicts;
    policies: Pick<PolicyRegistry, 'attempt' | 'current'>;
    versions: Pick<PolicyVersionsStore, 'standing'>;
  }): PolicyJudge {
    return new PolicyJudge(options);
  }

  private constructor(options: Parameters<typeof PolicyJudge.create>[0]) {
    this.#options = options;
  }

  /**
   * @param yaml - one or several documents; of one `key` only that one
   * @param now - UTC milliseconds
   */
  async judge(
    yaml: string,
    now: number,
    key?: PolicyDocumentKey,
  ): Promise<PolicyVerdict> {
    const { policies } = this.#options;
    const { documents, issues, policy, warnings } = policies.attempt(yaml);
    // What cannot be read holds nothing that could be said twice.
    const isUnread = documents.length === 0 && issues.length > 0;
    const found = isUnread
      ? issues
      : [...issues, ...this.issuesOf(documents, yaml, key)];
    if (!policy || found.length > 0) {
      return { issues: found, warnings, changes: [] };
    }
    const later = await this.#issuesLater(yaml, documents, now);
    return {
      issues: later,
      warnings,
      changes:
        later.length > 0 ? [] : diffPolicies(policies.current.policy, policy),
    };
  }

  /** What keeps documents from being published here, whatever they say. */
  issuesOf(
    documents: readonly PolicyDocument[],
    yaml: string,
    key?: PolicyDocumentKey,
  ): PolicyDocumentIssue[] {
    const toIssue = toDocumentIssues(TRIED, yaml);
    const conflicts = this.#options.conflicts.of(documents);
    return [...misfits(documents, key), ...conflicts.map(toIssue)];
  }

  /** What no longer fits when something counts that is scheduled. */
  async #issuesLater(
    yaml: string,
    documents: readonly PolicyDocument[],
    now: number,
  ): Promise<PolicyDocumentIssue[]> {
    const { builtIn, policies, versions } = this.#options;
    const tried = new Set(documents.map(keyTextOf));
    const others = (await versions.standing(now)).filter(
      version => !tried.has(keyText(version)),
    );
    const scheduled = others.filter(each => each.effectiveFrom > now);
    for (const { effectiveFrom, kind, name, number } of scheduled) {
      const here = textsAt(others, builtIn, effectiveFrom);
      const { issues } = policies.attempt(yaml, here);
      if (issues.length > 0) {
        const then = `does not fit version ${number} of ${kind} ${name}, which counts from ${new Date(
          effectiveFrom,
        ).toISOString()}`;
        return issues.map(issue => ({
          ...issue,
          message: `${then}: ${issue.message}`,
        }));
      }
    }
    return [];
  }
}

function misfits(
  documents: readonly PolicyDocument[],
  key?: PolicyDocumentKey,
): PolicyDocumentIssue[] {
  const found = documents.map(keyOf);
  if (found.length === 0) {
    return [{ line: 1, field: '', message: 'expected a document, found none' }];
  }
  if (key === undefined) {
    return [];
  }
  const isIt = found.length === 1 && keyText(found[0]) === keyText(key);
  return isIt
    ? []
    : [
        {
          line: 1,
          field: '',
          message: `expected ${key.kind} ${key.name} alone, found ${found
            .map(({ kind, name }) => `${kind} ${name}`)
            .join(', ')}`,
        },
      ];
}
