import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { createRouter } from '../../../http';
import type { RouterOptions } from '../../../http/routes/types';
import type { ReadAccess } from '../../../permissions';
import { AuthorizedEntityRefresh } from './AuthorizedEntityRefresh';

const credentials = mockCredentials.user();
const access = { mayRead: async () => true } as Partial<ReadAccess>;

function createRefresh(isDone: boolean, isKnown = true) {
  const refresh = jest.fn(async () => isDone);
  const service = AuthorizedEntityRefresh.create({
    access: access as ReadAccess,
    queries: { has: async () => isKnown, readBody: async () => '{"a":1}' },
    refresh: { refresh },
  });
  return { refresh, service };
}

describe('a refresh', () => {
  it('may take longer than one waits for it', async () => {
    const router = await createRouter({
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({ success: jest.fn(), fail: jest.fn() }),
      }),
      httpAuth: mockServices.httpAuth.mock({
        credentials: async () => credentials as any,
      }),
      refresh: createRefresh(false).service,
    } as Partial<RouterOptions> as RouterOptions);
    const answer = await request(
      express().use(router).use(mockErrorHandler()),
    ).post('/entities/component/default/a/refresh');
    expect([answer.status, answer.body]).toEqual([202, { status: 'pending' }]);
  });

  it('of what there is not costs nothing', async () => {
    const { refresh, service } = createRefresh(true, false);
    for (let time = 0; time < 50; time++) {
      await expect(
        service.refresh(`component:default/e${time}`, { credentials }),
      ).rejects.toThrow('No evaluation of component:default/e');
    }
    expect(refresh).not.toHaveBeenCalled();
  });

  it('is for each caller twice an entity, and twenty times all together', async () => {
    const { refresh, service } = createRefresh(true);
    const ask = (entity: number, user: string) =>
      service
        .refresh(`component:default/e${entity}`, {
          credentials: mockCredentials.user(`user:default/${user}`),
        })
        .then(
          () => true,
          ({ name }) => name !== 'TooManyRequestsError',
        );
    const answers: boolean[] = [];
    for (let entity = 0; entity < 11; entity++) {
      answers.push(await ask(entity, 'ann'), await ask(entity, 'ann'));
    }
    expect(answers).toEqual([...Array(20).fill(true), false, false]);
    expect(await ask(0, 'ben')).toBe(true);
    expect(await ask(0, 'ben')).toBe(true);
    expect(await ask(0, 'ben')).toBe(false);
    expect(await ask(1, 'ben')).toBe(true);
    expect(refresh).toHaveBeenCalledTimes(23);
  });
});
