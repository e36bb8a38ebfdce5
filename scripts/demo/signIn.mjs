import { Failure } from '../lib/console.mjs';
import { fetchAlone } from './fetchAlone.mjs';

/**
 * Signs in as one of the sample's people, as the sign-in page does.
 *
 * @returns a token for the backend
 * @throws Failure saying what the backend answered
 */
export async function signIn({ baseUrl, name }) {
  const response = await fetchAlone(`${baseUrl}/api/auth/sample/refresh`, {
    headers: {
      'x-sample-user': name,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  if (!response.ok) {
    throw new Failure(
      `To sign in as ${name} was answered ${
        response.status
      }: ${await response.text()}`,
    );
  }
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
