import { mockServices } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import { pagerDutySourceType } from './pagerDutySourceType';
import { readPagerDutyConfig } from './readPagerDutyConfig';

const SECRET = 'a-secret-of-pagerduty';

const configOf = (source: Record<string, JsonValue>) =>
  mockServices
    .rootConfig({
      data: {
        autonomy: {
          incidents: { sources: { main: { type: 'pagerduty', ...source } } },
        },
      },
    })
    .getConfig('autonomy.incidents.sources.main');

const read = (source: Record<string, JsonValue>) =>
  readPagerDutyConfig('main', configOf(source));

describe('readPagerDutyConfig', () => {
  it('reads what is there', () => {
    expect(read({})).toEqual({});
    expect(read({ secrets: [SECRET], api: { token: 'u+key' } })).toEqual({
      secrets: [SECRET],
      api: { token: 'u+key', baseUrl: 'https://api.pagerduty.com' },
    });
  });

  it.each([
    ['https://api.eu.pagerduty.com', 'https://api.eu.pagerduty.com'],
    [
      'https://proxy.example.com/pagerduty/',
      'https://proxy.example.com/pagerduty',
    ],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('asks at %s', (baseUrl, expected) => {
    expect(read({ api: { token: 'key', baseUrl } }).api?.baseUrl).toBe(
      expected,
    );
  });

  it.each([
    [{ secrets: SECRET }, 'secrets'],
    [{ secrets: [] }, 'secrets'],
    [{ secrets: [SECRET, 'short'] }, 'secrets[1]'],
    [{ secrets: [`${SECRET}\n`] }, 'secrets[0]'],
    [{ secrets: [SECRET, 3] }, 'secrets[1]'],
    [{ api: 'key' }, 'api'],
    [{ api: {} }, 'api.token'],
    [{ api: { token: 'two words' } }, 'api.token'],
    [{ api: { token: 'key\r\nX-Other: 1' } }, 'api.token'],
    [{ api: { token: 'key', baseUrl: 'api.pagerduty.com' } }, 'api.baseUrl'],
    [{ api: { token: 'key', baseUrl: 'http://example.com' } }, 'api.baseUrl'],
    [
      { api: { token: 'key', baseUrl: 'http://127.0.0.1.example.com' } },
      'api.baseUrl',
    ],
    [{ api: { token: 'key', baseUrl: 'https://a:b@c.com' } }, 'api.baseUrl'],
    [{ api: { token: 'key', baseUrl: 'https://c.com?x=1' } }, 'api.baseUrl'],
    [{ api: { token: 'key', baseUrl: 'file:///etc' } }, 'api.baseUrl'],
  ])('names the path of the mistake in %j', (source, path) => {
    const reading = () => read(source as Record<string, JsonValue>);
    expect(reading).toThrow(`autonomy.incidents.sources.main.${path}`);
    expect(reading).not.toThrow(SECRET);
  });
});

describe('pagerDutySourceType', () => {
  const create = (source: Record<string, JsonValue>) => {
    const logger = mockServices.logger.mock();
    const config = configOf(source);
    return {
      logger,
      ...pagerDutySourceType.create({ id: 'main', config, logger }),
    };
  };

  it('hears and asks only where it has the secrets to', () => {
    const silent = create({});
    expect(silent).toMatchObject({ webhook: undefined, poller: undefined });
    expect(silent.logger.warn).toHaveBeenCalledTimes(1);

    const { logger, poller, webhook } = create({ secrets: [SECRET] });
    expect(webhook).toBeDefined();
    expect(poller).toBeUndefined();
    expect(logger.warn).not.toHaveBeenCalled();

    const asking = create({ api: { token: 'key' } });
    expect(asking.webhook).toBeUndefined();
    expect(asking.poller).toBeDefined();
  });
});
