import type {
  FactSchema,
  FactSchemas,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { FactCollector } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { InputError } from '@backstage/errors';
import type { CollectorSettings } from '../config';

/** Settings that make sense only where a module collects. */
const OF_COLLECTING = ['schedule', 'enabled'] as const;
/** Settings that make sense only where facts are pushed. */
const OF_PUSHING = ['schema', 'pushedBy'] as const;

/**
 * What is known of collectors besides the built-in ones: from the modules that are installed, and for
 * pushed facts from the configuration.
 *
 * @internal
 */
export class FactDeclarations {
  readonly #installed: ReadonlyMap<string, Pick<FactCollector, 'schema'>>;
  readonly #settings: ReadonlyMap<string, CollectorSettings>;

  /**
   * @throws InputError where a setting cannot have any effect, with its path
   */
  static create(
    options: {
      installed?: readonly Pick<FactCollector, 'id' | 'schema'>[];
      settings?: ReadonlyMap<string, CollectorSettings>;
    } = {},
  ): FactDeclarations {
    const { installed = [], settings = new Map() } = options;
    const byId = new Map(installed.map(one => [one.id, one]));
    for (const [name, own] of settings) {
      refuseWithoutEffect(name, own, byId.has(name));
    }
    return new FactDeclarations(byId, settings);
  }

  private constructor(
    installed: ReadonlyMap<string, Pick<FactCollector, 'schema'>>,
    settings: ReadonlyMap<string, CollectorSettings>,
  ) {
    this.#installed = installed;
    this.#settings = settings;
  }

  /** Undefined where anything goes. */
  schemaOf(collector: string): FactSchema | undefined {
    return (
      this.#installed.get(collector)?.schema ??
      this.#settings.get(collector)?.schema
    );
  }

  /** How long pushed facts are fresh at most, and where they do not say so themselves, in milliseconds. */
  ttlOf(collector: string): number | undefined {
    return this.#settings.get(collector)?.ttl;
  }

  /**
   * What keeps a caller from pushing under the name of a collector, as what was expected instead.
   *
   * @param caller - subject of a service, or entity ref of a user
   */
  pushMistake(collector: string, caller: string): string | undefined {
    if (this.#installed.has(collector)) {
      return 'a collector that is not installed here, for its own facts are collected';
    }
    const { pushedBy } = this.#settings.get(collector) ?? {};
    return pushedBy?.includes(caller) ?? true
      ? undefined
      : `a collector that ${caller} may push to`;
  }

  /** By collector, where declared. */
  schemas(): FactSchemas {
    const names = [...this.#installed.keys(), ...this.#settings.keys()];
    return Object.fromEntries(
      names.flatMap(name => {
        const schema = this.schemaOf(name);
        return schema ? [[name, schema]] : [];
      }),
    );
  }
}

function refuseWithoutEffect(
  name: string,
  settings: CollectorSettings,
  isInstalled: boolean,
): void {
  const isSet = (field: keyof CollectorSettings) =>
    field === 'enabled' ? !settings.enabled : settings[field] !== undefined;
  const field = (isInstalled ? OF_PUSHING : OF_COLLECTING).find(isSet);
  if (field !== undefined) {
    const path = `autonomy.facts.collectors.${name}.${field}`;
    const reason = isInstalled
      ? `the installed collector ${name} brings its own schema, and nobody pushes to it`
      : `no collector ${name} is installed`;
    throw new InputError(`Invalid configuration at ${path}: ${reason}`);
  }
}
