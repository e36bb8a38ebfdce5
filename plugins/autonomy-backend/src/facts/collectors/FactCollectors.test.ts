import { FactCollectors } from './FactCollectors';
import { collector } from './__testUtils__/collector';

const reportFailure = jest.fn();

describe('FactCollectors', () => {
  it('keeps those that are what they should be', () => {
    const collectors = FactCollectors.create();
    const filtered = collector({
      id: 'filtered',
      batchSize: 1_000,
      entityFilter: { kind: 'Component' },
    });
    collectors.add({ collector: collector(), reportFailure });
    collectors.add({ collector: filtered, reportFailure });
    expect(collectors.all().map(one => one.collector.id)).toEqual([
      'backups',
      'filtered',
    ]);
  });

  it('gives a name once', () => {
    const collectors = FactCollectors.create();
    collectors.add({ collector: collector(), reportFailure });
    expect(() =>
      collectors.add({ collector: collector(), reportFailure }),
    ).toThrow('Another module has added a fact collector backups already');
  });

  it.each([
    [{ id: 'Backups' }, 'id: expected a collector name'],
    [{ id: 'catalog' }, 'id: expected a collector name'],
    [{ id: 7 }, 'id: expected a collector name'],
    [{ description: ' ' }, 'description: expected a text'],
    [{ schema: {} }, 'schema: expected types by the paths of facts'],
    [{ schema: { a: 'bool' } }, 'schema.a: expected one of boolean'],
    [{ ttl: { hours: 0 } }, 'ttl: expected a duration above zero'],
    [{ ttl: undefined }, 'ttl: expected a duration above zero'],
    [{ schedule: undefined }, 'schedule: expected a schedule'],
    [{ schedule: { frequency: { hours: 1 } } }, 'schedule: expected'],
    [{ batchSize: 0 }, 'batchSize: expected a whole number from 1 to 1000'],
    [{ batchSize: 1_001 }, 'batchSize: expected a whole number'],
    [{ batchSize: 1.5 }, 'batchSize: expected a whole number'],
    [{ entityFilter: { kind: { $like: 'x' } } }, 'entityFilter: expected'],
    [{ collect: undefined }, 'collect: expected a function, found nothing'],
  ])('refuses %j', (rest, message) => {
    expect(() =>
      FactCollectors.create().add({
        collector: collector(rest as any),
        reportFailure,
      }),
    ).toThrow(`Invalid fact collector: ${message}`);
  });
});
