import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { EntityIndexStore } from '../../entities';
import type { OwnerAccess } from '../../permissions';
import type { AsUser } from '../AsUser';
import { BoardAccess } from '../BoardAccess';

/** Who belongs to what; everybody may read everything and has every permission. */
export function people(
  groups: Record<string, string[]>,
  options: { boardsDecide?: boolean; index: EntityIndexStore },
) {
  const { boardsDecide = true, index } = options;
  const owners: Pick<OwnerAccess, 'claims' | 'isOwner'> = {
    async claims(credentials) {
      const { userEntityRef } = (credentials as AsUser['credentials'])
        .principal;
      const name = userEntityRef.replace('user:default/', '');
      return new Set([userEntityRef, ...(groups[name] ?? [])]);
    },
    async isOwner(credentials, entityRef) {
      const [entity] = await index.readScoped([entityRef]);
      const claims = await owners.claims(credentials);
      return claims.has(entity?.snapshot.ownerRef ?? '');
    },
  };
  const boards = BoardAccess.create({
    access: { mayRead: async ref => !ref.includes('ledger') },
    boardsDecide,
    index,
    owners,
    permissions: mockServices.permissions.mock(),
  });
  const as = (name: string): AsUser => ({
    credentials: mockCredentials.user(`user:default/${name}`),
  });
  // Whoever asks has the permission.
  jest.spyOn(boards, 'assertPermitted').mockResolvedValue();
  return { as, boards, owners };
}
