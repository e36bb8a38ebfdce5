import { mockServices } from '@backstage/backend-test-utils';
import { readFactsConfig } from './readFactsConfig';

const read = (collectors?: any) =>
  readFactsConfig(
    mockServices.rootConfig({ data: { autonomy: { facts: { collectors } } } }),
  );

describe('readFactsConfig', () => {
  it('reads nothing where nothing is set', () => {
    expect(read()).toEqual(new Map());
    expect(read({ slo: {} }).get('slo')).toEqual({ enabled: true });
  });

  it('reads what is set', () => {
    const schedule = { frequency: 'PT1H', timeout: { minutes: 1 } };
    const schema = { availability90d: 'number', 'measured.at': 'instant' };
    const found = read({
      backups: { enabled: false, schedule, ttl: { hours: 2 } },
      slo: { schema, ttl: 'PT90M', pushedBy: ['ci', 'user:default/ann'] },
    });
    expect(found.get('backups')).toEqual({
      enabled: false,
      schedule: expect.objectContaining({ timeout: { minutes: 1 } }),
      ttl: 2 * 3_600_000,
    });
    expect(found.get('slo')).toEqual({
      enabled: true,
      schema,
      ttl: 90 * 60_000,
      pushedBy: ['ci', 'user:default/ann'],
    });
  });

  it.each([
    [{ catalog: {} }, 'catalog', 'built-in collectors'],
    [{ Slo: {} }, 'Slo', 'small letter'],
    [{ slo: { scheme: {} } }, 'slo.scheme', 'enabled, schedule, ttl'],
    [{ slo: { enabled: 'maybe' } }, 'slo.enabled', ''],
    [{ slo: { schedule: { frequency: 'often' } } }, 'slo.schedule', ''],
    [{ slo: { ttl: 'soon' } }, 'slo.ttl', ''],
    [{ slo: { ttl: 'PT0S' } }, 'slo.ttl', 'above zero'],
    [{ slo: { schema: ['x'] } }, 'slo.schema', 'types by the paths'],
    [{ slo: { schema: { a: 'bool' } } }, "slo.schema['a']", 'one of boolean'],
    [{ slo: { schema: { 'a.': 'any' } } }, "slo.schema['a.']", 'a path of'],
    [{ slo: { pushedBy: 'ci' } }, 'slo.pushedBy', ''],
  ])('names the path of a mistake: %j', (collectors, path, message) => {
    expect(() => read(collectors)).toThrow(
      `Invalid configuration at autonomy.facts.collectors.${path}: `,
    );
    expect(() => read(collectors)).toThrow(message);
  });
});
