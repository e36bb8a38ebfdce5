import { IdentityApi } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chosenPerson } from './chosenPerson';
import { SampleSignInPage } from './SampleSignInPage';

const session = {
  profile: { displayName: 'Dana Developer' },
  backstageIdentity: {
    token: `x.${window.btoa(JSON.stringify({ exp: 32503680000 }))}.y`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/dana.developer',
      ownershipEntityRefs: ['user:default/dana.developer'],
    },
  },
};

const fetchMock = jest.fn();
const answer = (status: number, body: unknown) =>
  fetchMock.mockResolvedValueOnce({
    ok: status < 400,
    status,
    statusText: '',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  });

const onSignInSuccess = jest.fn<void, [IdentityApi]>();
const show = () =>
  render(
    <TestApiProvider
      apis={[
        mockApis.discovery({ baseUrl: 'http://portal' }),
        mockApis.error(),
        mockApis.translation(),
      ]}
    >
      <SampleSignInPage onSignInSuccess={onSignInSuccess} />
    </TestApiProvider>,
  );

const button = (name: string) =>
  screen.getByRole('button', { name: `Sign in as ${name}` });

describe('SampleSignInPage', () => {
  const realFetch = global.fetch;
  beforeEach(() => {
    jest.resetAllMocks();
    global.fetch = fetchMock;
    chosenPerson.clear();
  });
  afterAll(() => {
    global.fetch = realFetch;
  });

  it('offers five people, and further members of boards', () => {
    show();
    for (const name of [
      'Dana Developer',
      'Liam Lead',
      'Petra Platform',
      'Bo Board',
      'Cleo CTO',
      'Ingrid Moe',
      'Aiko Mori',
      'Greta Holm',
      'Tomas Reyes',
    ]) {
      expect(button(name)).toBeVisible();
    }
  });

  it('signs in as the chosen person, and remembers it until sign-out', async () => {
    answer(200, session);
    show();
    await userEvent.click(button('Dana Developer'));
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());

    const [url, { headers }] = fetchMock.mock.calls[0];
    expect(url).toBe('http://portal/api/auth/sample/refresh');
    expect(headers.get('x-sample-user')).toBe('dana.developer');
    expect(chosenPerson.get()).toBe('dana.developer');

    const identity = onSignInSuccess.mock.calls[0][0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/dana.developer',
    });
    await identity.signOut();
    expect(chosenPerson.get()).toBeUndefined();
  });

  it('signs in again without asking after a reload', async () => {
    chosenPerson.set('dana.developer');
    answer(200, session);
    show();
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
  });

  it('says why it did not work, and lets choose again', async () => {
    answer(401, {
      error: { name: 'AuthenticationError', message: 'User not found' },
      response: { statusCode: 401 },
    });
    show();
    await userEvent.click(button('Dana Developer'));
    await expect(screen.findByRole('alert')).resolves.toHaveTextContent(
      /User not found/,
    );
    expect(chosenPerson.get()).toBeUndefined();

    answer(200, session);
    await userEvent.click(button('Dana Developer'));
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
  });
});
