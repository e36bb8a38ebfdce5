import { IdentityApi } from '@backstage/frontend-plugin-api';

const KEY = 'autonomy.sample-user';

/**
 * Who was chosen in this browser tab. Kept for the tab rather than for the
 * browser, so that two tabs can show what two people see.
 */
export const chosenPerson = {
  get: () => window.sessionStorage.getItem(KEY) ?? undefined,
  set: (id: string) => window.sessionStorage.setItem(KEY, id),
  clear: () => window.sessionStorage.removeItem(KEY),
};

/** The same identity, whose sign-out leads back to the choice of people. */
export function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      chosenPerson.clear();
      await identity.signOut();
    },
  };
}
