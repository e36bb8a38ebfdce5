import { isFiltered, readListQuery, writeListQuery } from './listQuery';

const read = (text: string) => readListQuery(new URLSearchParams(text));

describe('listQuery', () => {
  it('survives the way through the address', () => {
    const query = {
      text: 'pay & go',
      owner: ['group:default/a', 'group:default/b'],
      level: [1, 4] as [1, 4],
      guardrailStatus: ['breached' as const],
      minReadiness: 0,
      orderBy: 'readiness' as const,
      order: 'desc' as const,
      cursor: 'abc==',
    };

    expect(readListQuery(writeListQuery(query))).toEqual({
      kind: undefined,
      type: undefined,
      system: undefined,
      domain: undefined,
      tier: undefined,
      maxReadiness: undefined,
      ...query,
    });
  });

  it('leaves out what it does not know', () => {
    expect(
      Object.values(
        read(
          'level=9&tier=x&guardrailStatus=fine&minReadiness=-1&maxReadiness=abc&orderBy=secret&order=up&text=',
        ),
      ).every(value => value === undefined),
    ).toBe(true);
  });

  it('knows what is a filter', () => {
    expect(isFiltered(read(''))).toBe(false);
    expect(isFiltered(read('orderBy=level&order=desc&cursor=x'))).toBe(false);
    expect(isFiltered(read('tier=1'))).toBe(true);
  });
});
