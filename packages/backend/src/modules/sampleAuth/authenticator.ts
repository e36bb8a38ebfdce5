import { UserEntity } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { SAMPLE_USER_HEADER, sampleUsers } from './users';

/** What the authenticator hands to the sign-in resolver. */
export type SampleUser = { name: string };

/** Believes the header, for the names on the list only. */
export const sampleAuthenticator = createProxyAuthenticator({
  async defaultProfileTransform({ name }: SampleUser, context) {
    const { entity } = await context.findCatalogUser({ entityRef: { name } });
    const { displayName, email } = (entity as UserEntity).spec.profile ?? {};
    return { profile: { displayName, email } };
  },
  initialize() {},
  async authenticate({ req }): Promise<{ result: SampleUser }> {
    const name = req.header(SAMPLE_USER_HEADER);
    if (name === undefined || !sampleUsers.includes(name)) {
      throw new AuthenticationError(
        `The header ${SAMPLE_USER_HEADER} must name one of the sample users: ${sampleUsers.join(
          ', ',
        )}`,
      );
    }
    return { result: { name } };
  },
});
