import {
  addressOf,
  filterOf,
  isFiltered,
  readListQuery,
  requestOf,
  withoutFilters,
  writeListQuery,
} from './listQuery';

const read = (text: string) => readListQuery(new URLSearchParams(text));

describe('listQuery', () => {
  it('survives the way through the address', () => {
    const query = {
      text: 'pay & go',
      owner: ['group:default/a', 'group:default/b'],
      level: [1, 4] as [1, 4],
      guardrailStatus: ['breached' as const],
      minReadiness: 0,
      mismatch: ['surplus' as const],
      stale: false,
      atRisk: true,
      guardrail: 'two-reviewers',
      guardrailState: ['breached' as const, 'ok' as const],
      view: 'all' as const,
      orderBy: 'readiness' as const,
      order: 'desc' as const,
      cursor: 'abc==',
    };

    expect(readListQuery(writeListQuery(query))).toEqual(query);
  });

  it('leaves out what it does not know', () => {
    expect(
      Object.values(
        read(
          'level=9&tier=x&guardrailStatus=fine&minReadiness=-1&maxReadiness=abc&orderBy=secret&order=up&text=&stale=perhaps&mismatch=none&view=theirs',
        ),
      ).every(value => value === undefined),
    ).toBe(true);
  });

  it('leaves out a state of nothing, which the server refuses', () => {
    expect(read('guardrailState=breached').guardrailState).toBeUndefined();
    expect(read('readinessState=fail').readinessState).toBeUndefined();
    expect(read('readinessItem=docs&readinessState=fail')).toMatchObject({
      readinessItem: 'docs',
      readinessState: ['fail'],
    });
  });

  it('keeps the view for itself', () => {
    const query = read('view=mine&level=1&orderBy=name&cursor=x');

    expect(requestOf(query)).not.toHaveProperty('view');
    expect(filterOf(query)).toEqual(filterOf(read('level=1')));
  });

  it('links to the first page of another query', () => {
    expect(addressOf(read('level=1&cursor=x&view=all'), { tier: [2] })).toBe(
      '?view=all&level=1&tier=2',
    );
  });

  it('takes every filter away and nothing else', () => {
    const query = read(
      'view=all&level=1&stale=true&guardrail=x&orderBy=tier&text=pay',
    );

    expect(
      writeListQuery({ ...query, ...withoutFilters(query) }).toString(),
    ).toBe('view=all&orderBy=tier');
  });

  it('knows what is a filter', () => {
    expect(isFiltered(read(''))).toBe(false);
    expect(isFiltered(read('orderBy=level&order=desc&cursor=x'))).toBe(false);
    expect(isFiltered(read('view=all'))).toBe(false);
    expect(isFiltered(read('tier=1'))).toBe(true);
    expect(isFiltered(read('stale=false'))).toBe(true);
  });
});
