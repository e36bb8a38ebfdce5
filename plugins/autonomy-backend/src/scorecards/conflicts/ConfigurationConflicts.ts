import {
  formatPolicyIssue,
  type PolicyDocument,
  type PolicyIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { layersOf, type PolicyProblem, type PolicyRegistry } from '../registry';
import { policyConflicts } from './policyConflicts';

/**
 * What is published here and said by the configuration as well. The configuration holds: it may have come by a deploy
 * after the publication, and a process has to start.
 *
 * @internal
 */
export class ConfigurationConflicts {
  readonly #logger: LoggerService;
  readonly #policies: Pick<PolicyRegistry, 'current'>;
  #known = new Map<string, PolicyProblem>();

  static create(options: {
    logger: LoggerService;
    policies: Pick<PolicyRegistry, 'current'>;
  }): ConfigurationConflicts {
    return new ConfigurationConflicts(options);
  }

  private constructor(
    options: Parameters<typeof ConfigurationConflicts.create>[0],
  ) {
    this.#logger = options.logger;
    this.#policies = options.policies;
  }

  /** What documents that are to be published here would say twice. */
  of(tried: readonly PolicyDocument[]): PolicyIssue[] {
    return policyConflicts({ ...this.#layers(), here: tried });
  }

  /**
   * Looks for conflicts of what is in force; those that are new go into the log.
   *
   * @param now - UTC milliseconds
   */
  look(now: number): PolicyProblem[] {
    const found = policyConflicts(this.#layers()).map(issue => {
      const message = formatPolicyIssue(issue);
      const known = this.#known.get(message);
      if (!known) {
        this.#logger.error(`The configuration wins: ${message}`);
      }
      return known ?? { place: issue.file, message, since: now };
    });
    this.#known = new Map(found.map(problem => [problem.message, problem]));
    return found;
  }

  #layers() {
    return layersOf(this.#policies.current);
  }
}
