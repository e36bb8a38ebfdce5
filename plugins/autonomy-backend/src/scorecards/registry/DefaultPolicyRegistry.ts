import {
  formatPolicyIssue,
  lintPolicy,
  PolicyError,
  type CompiledPolicy,
  type FactSchemas,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { contentHash, messageOf } from '../../database';
import type { PolicySource, PolicyText } from '../sources';
import { attemptOver } from './attemptOver';
import { compileTexts, inOneLine } from './compileTexts';
import { LivePolicy } from './LivePolicy';
import type {
  PolicyAttempt,
  PolicyProblem,
  PolicyRegistry,
  PolicySnapshot,
} from './PolicyRegistry';

/** A publication counts everywhere after this long, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/**
 * @internal
 */
export interface PolicyRegistryOptions {
  facts?: FactSchemas;
  logger: LoggerService;
  /** Later ones override earlier ones. */
  sources: readonly PolicySource[];
}

/**
 * Keeps the policy of this process in step with its sources.
 *
 * @remarks
 *
 * What is published here was compiled before; a release or a file may not fit it any more. The process starts
 * all the same, without the publications that do not fit, and says so. While it runs, nothing that cannot be
 * compiled ever replaces what can: the former policy goes on.
 *
 * @internal
 */
export class DefaultPolicyRegistry implements PolicyRegistry {
  readonly live: CompiledPolicy = LivePolicy.create(() => this.current.policy);
  readonly #options: PolicyRegistryOptions;
  #current?: PolicySnapshot;
  #lookedAt = -Infinity;
  #problems: PolicyProblem[] = [];
  #refreshing: Promise<void> = Promise.resolve();
  #revision?: string;

  /**
   * @param now - UTC milliseconds
   * @throws InputError in one line, with file, line and field of the first mistake in the configuration
   */
  static async create(
    options: PolicyRegistryOptions,
    now: number,
  ): Promise<DefaultPolicyRegistry> {
    const registry = new DefaultPolicyRegistry(options);
    await registry.#start(now);
    return registry;
  }

  private constructor(options: PolicyRegistryOptions) {
    this.#options = options;
  }

  get current(): PolicySnapshot {
    return this.#current!;
  }

  get problems(): readonly PolicyProblem[] {
    return this.#problems;
  }

  async follow(now: number): Promise<void> {
    if (Math.abs(now - this.#lookedAt) >= LOOK_EVERY_MS) {
      await this.refresh(now);
    }
  }

  /** One after the other, so that the last one asked sees what was there before it. */
  refresh(now: number): Promise<void> {
    const next = this.#refreshing.then(() => this.#refresh(now));
    this.#refreshing = next.catch(() => {});
    return next;
  }

  attempt(yaml: string, here?: readonly PolicyText[]): PolicyAttempt {
    const { facts } = this.#options;
    return attemptOver(this.current, yaml, { facts, here });
  }

  assertFits(place: string, yaml: string): void {
    const { facts } = this.#options;
    const { published, texts } = this.current;
    const changed = texts.map(text =>
      text.place === place ? { ...text, yaml } : text,
    );
    try {
      compileTexts(changed, { facts, published });
    } catch (error) {
      throw inOneLine(error);
    }
  }

  async #start(now: number): Promise<void> {
    const { logger } = this.#options;
    const { published, revision, texts } = await this.#read(now);
    let fitting = texts;
    for (;;) {
      try {
        this.#take(fitting, published, revision, now);
        break;
      } catch (error) {
        const misfits = publishedMisfits(error, fitting);
        if (misfits.length === 0) {
          throw inOneLine(error);
        }
        const message = messageOf(inOneLine(error));
        for (const { place } of misfits) {
          this.#problems.push({ place, message, since: now });
          logger.error(`${place} does not count: ${message}`);
        }
        fitting = fitting.filter(text => !misfits.includes(text));
      }
    }
    for (const warning of lintPolicy(this.current.documents)) {
      logger.warn(formatPolicyIssue(warning));
    }
  }

  async #refresh(now: number): Promise<void> {
    const { logger } = this.#options;
    this.#lookedAt = now;
    if ((await this.#readRevision(now)) === this.#revision) {
      return;
    }
    const { published, revision, texts } = await this.#read(now);
    const before = this.current.policy.version;
    try {
      this.#take(texts, published, revision, now);
      this.#problems = [];
      logger.info(
        `The policy in force is ${this.current.policy.version}, was ${before}`,
      );
    } catch (error) {
      if (!(error instanceof PolicyError)) {
        throw error;
      }
      const { file: place } = error.issues[0];
      const message = messageOf(inOneLine(error));
      logger.error(`The policy in force stays ${before}: ${message}`);
      this.#problems = [{ place, message, since: now }];
      // It is not tried again before something is published anew.
      this.#revision = revision;
    }
  }

  #take(
    texts: readonly PolicyText[],
    published: Record<string, number>,
    revision: string,
    now: number,
  ): void {
    const { facts } = this.#options;
    const compiled = compileTexts(texts, { facts, published });
    this.#current = {
      ...compiled,
      texts,
      published,
      fingerprint: contentHash([compiled.policy.version, published]),
    };
    this.#revision = revision;
    this.#lookedAt = now;
  }

  async #read(now: number) {
    const { sources } = this.#options;
    // Before the texts: what comes in between is found by the next look.
    const revision = await this.#readRevision(now);
    const texts = await Promise.all(sources.map(source => source.read(now)));
    const published = await Promise.all(
      sources.map(source => source.readPublished?.(now) ?? {}),
    );
    return {
      published: Object.assign({}, ...published) as Record<string, number>,
      revision,
      texts: texts.flat(),
    };
  }

  async #readRevision(now: number): Promise<string> {
    const { sources } = this.#options;
    const revisions = sources.map(source => source.revision(now));
    return JSON.stringify(await Promise.all(revisions));
  }
}

/**
 * What was published here and has a part in the failure; a mistake in anything else is the operator's to mend. Where
 * the configuration came later, the mistake is told there: then it is what the message names, or any of it.
 */
function publishedMisfits(
  error: unknown,
  texts: readonly PolicyText[],
): PolicyText[] {
  if (!(error instanceof PolicyError)) {
    return [];
  }
  const { issues } = error;
  const here = texts.filter(({ origin }) => origin.type === 'here');
  const own = here.filter(({ place }) =>
    issues.some(({ file }) => file === place),
  );
  const named = here.filter(({ place }) =>
    issues.some(({ message }) => message.includes(`${place}:`)),
  );
  return [own, named, here].find(({ length }) => length > 0) ?? [];
}
