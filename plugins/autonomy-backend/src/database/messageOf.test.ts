import { TestDatabases } from '@backstage/backend-test-utils';
import { messageOf } from './messageOf';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe('messageOf', () => {
  it.each([
    [new Error('no such file'), 'no such file'],
    [new Error('two\nlines\u0000'), 'two lines'],
    ['just a text', /just a text/],
    [undefined, /./],
    [
      new Error('GET https://ann:geheim@host/a?key=geheim failed'),
      'GET https://host/a?… failed',
    ],
    [
      new Error('sent Authorization: Bearer geheim.geheim with it'),
      /^sent Authorization: Bearer … with it$/,
    ],
    [new Error('bad {"apiKey": "geheim", "a": 1}'), /^bad \{"apiKey": ….*1\}$/],
    [new Error('password=geheim rejected'), 'password=… rejected'],
    [
      new Error(`insert into x\nvalues ('geheim - a') - Connection terminated`),
      'Connection terminated',
    ],
    [new Error('the pager said - nothing'), 'the pager said - nothing'],
  ])('shows %p', (error, expected) => {
    expect(messageOf(error)).toMatch(expected);
    expect(messageOf(error)).not.toContain('geheim');
  });

  it('shows no more than is wanted, and does not search the rest', () => {
    const endless = new Error('x'.repeat(10_000_000));
    expect(messageOf(endless)).toMatch(/^x{499}…$/);
    expect(messageOf(endless, 20)).toMatch(/^x{19}…$/);
  });

  it.each(databases.eachSupportedId())(
    'shows no statement of %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await knex.schema.createTable('unit', t => t.text('id').primary());
      await knex('unit').insert({ id: 'geheim' });
      const failing = [
        () => knex('unit').insert({ id: 'geheim' }),
        () => knex('unit').where('nothing', 'geheim'),
        () => knex.raw(`select 'geheim' from nowhere`),
        () => knex.transaction(trx => trx('unit').insert({ id: 'geheim' })),
      ];
      for (const query of failing) {
        const error = await query().then(
          () => undefined,
          e => e,
        );
        expect(error.message).toMatch(/(insert|select) .* - /);
        expect(messageOf(error)).toMatch(/unit|nothing|nowhere/);
        expect(messageOf(error)).not.toContain('geheim');
      }
      await knex.destroy();
    },
  );
});
