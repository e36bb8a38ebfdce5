import knexFactory from 'knex';
import { LargeTotals } from './LargeTotals';

describe('LargeTotals', () => {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  let counted: number;
  knex.on('query', () => {
    counted += 1;
  });
  const fill = async (name: string, rows: number) => {
    await knex.raw(
      `insert into things select '${name}' from (with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows}) select i from n)`,
    );
    counted = 0;
  };
  const of = (name: string) => knex('things').where('name', name);

  beforeAll(async () => {
    await knex.schema.createTable('things', table => table.text('name'));
  });
  afterAll(() => knex.destroy());

  it('keeps a large total, for the same statement with the same values only', async () => {
    const totals = new LargeTotals();
    await fill('large', 1_000);
    await fill('larger', 1_001);

    await expect(totals.of(of('large'))).resolves.toBe(1_000);
    await expect(totals.of(of('larger'))).resolves.toBe(1_001);
    await expect(totals.of(of('large'))).resolves.toBe(1_000);
    expect(counted).toBe(2);
  });

  it('counts a small one every time', async () => {
    const totals = new LargeTotals();
    await fill('small', 999);

    await expect(totals.of(of('small'))).resolves.toBe(999);
    await fill('small', 1);
    await expect(totals.of(of('small'))).resolves.toBe(1_000);
  });

  it('counts once for all who ask meanwhile, and again after a failure', async () => {
    const totals = new LargeTotals();
    await fill('some', 3);

    await expect(
      Promise.all([1, 2, 3].map(() => totals.of(of('some')))),
    ).resolves.toEqual([3, 3, 3]);
    expect(counted).toBe(1);

    const broken = () => totals.of(knex('nowhere'));
    await expect(Promise.all([broken(), broken()])).rejects.toThrow('nowhere');
    await expect(broken()).rejects.toThrow('nowhere');
  });
});
