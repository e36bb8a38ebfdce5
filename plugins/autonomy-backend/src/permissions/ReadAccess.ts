import { autonomyEntityReadPermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyEntityResourceRef,
  type EntityFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import { catalogCriteria } from './catalogCriteria';

/**
 * What a caller may see of a list.
 *
 * @internal
 */
export type Visibility =
  | { kind: 'nothing' }
  | {
      kind: 'entities';
      /** Conditions that the database can answer; all must hold. */
      criteria: PermissionCriteria<EntityFilter>[];
      /** Whether the catalog has to be asked about each entity besides. */
      askCatalog: boolean;
    };

/**
 * Who may read the results of which entity: both `autonomy.entity.read` and `catalog.entity.read` must
 * allow it, for nobody learns more here than the catalog would show.
 *
 * @internal
 */
export class ReadAccess {
  readonly #permissions: PermissionsService;
  readonly #transform: ConditionTransformer<EntityFilter>;

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): ReadAccess {
    return new ReadAccess(
      options.permissions,
      createConditionTransformer(
        options.permissionsRegistry.getPermissionRuleset(
          autonomyEntityResourceRef,
        ),
      ),
    );
  }

  private constructor(
    permissions: PermissionsService,
    transform: ConditionTransformer<EntityFilter>,
  ) {
    this.#permissions = permissions;
    this.#transform = transform;
  }

  async mayRead(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return (await this.readable([entityRef], credentials)).has(entityRef);
  }

  /** Those of the entities that the caller may read; asked for at once. */
  async readable(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const both = [autonomyEntityReadPermission, catalogEntityReadPermission];
    const decisions = await this.#permissions.authorize(
      both.flatMap(permission =>
        entityRefs.map(resourceRef => ({ permission, resourceRef })),
      ),
      { credentials },
    );
    const isAllowed = (index: number) =>
      decisions[index].result === AuthorizeResult.ALLOW;
    return new Set(
      entityRefs.filter(
        (_, index) => isAllowed(index) && isAllowed(entityRefs.length + index),
      ),
    );
  }

  async visibility(credentials: BackstageCredentials): Promise<Visibility> {
    const [ours, catalog] = await this.#permissions.authorizeConditional(
      [
        { permission: autonomyEntityReadPermission },
        { permission: catalogEntityReadPermission },
      ],
      { credentials },
    );
    if (isDenied(ours) || isDenied(catalog)) {
      return { kind: 'nothing' };
    }
    const criteria: PermissionCriteria<EntityFilter>[] = [];
    if (ours.result === AuthorizeResult.CONDITIONAL) {
      criteria.push(this.#transform(ours.conditions));
    }
    let askCatalog = false;
    if (catalog.result === AuthorizeResult.CONDITIONAL) {
      const translated = catalogCriteria(catalog.conditions);
      if (translated) {
        criteria.push(translated);
      } else {
        askCatalog = true;
      }
    }
    return { kind: 'entities', criteria, askCatalog };
  }
}

/** Whatever is neither allowed nor conditional is denied. */
function isDenied({ result }: PolicyDecision): boolean {
  return (
    result !== AuthorizeResult.ALLOW && result !== AuthorizeResult.CONDITIONAL
  );
}
