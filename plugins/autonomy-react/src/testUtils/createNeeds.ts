import type {
  Need,
  NeedKind,
  Needs,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Something that waits for the owners of a payments service, unless told otherwise. @public */
export function createNeed(
  overrides: Partial<Need> & { kind: NeedKind },
): Need {
  return {
    as: overrides.kind.endsWith('-undecided') ? 'board' : 'owner',
    entity: {
      entityRef: 'component:default/payments-api',
      name: 'payments-api',
      title: 'Payments API',
    },
    ...overrides,
  };
}

/** What waits for somebody who owns something, counted by kind. @public */
export function createNeeds(
  items: Need[] = [],
  overrides: Partial<Needs> = {},
): Needs {
  const counts: Needs['counts'] = {};
  for (const { kind } of items) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const boards = items.some(({ as }) => as === 'board') ? 1 : 0;
  return { items, counts, owned: 1, boards, ...overrides };
}
