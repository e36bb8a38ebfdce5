import { listAt, resolve, valueAt } from './address';

const DOCUMENT = {
  spec: {
    levels: [{ level: 2 }, { level: 3, minReadiness: 65 }],
    areas: 'none',
  },
};
const LEVEL_3 = { key: 'level', is: 3 };

describe('an address', () => {
  it('means an item by what it says', () => {
    const address = ['spec', 'levels', LEVEL_3, 'minReadiness'];

    expect(resolve(DOCUMENT, address)).toEqual({
      path: ['spec', 'levels', 1, 'minReadiness'],
      missing: [],
    });
    expect(valueAt(DOCUMENT, address)).toBe(65);
  });

  it('tells from where on there is nothing', () => {
    const level4 = { key: 'level', is: 4 };
    const address = ['spec', 'levels', level4, 'minReadiness'];

    expect(resolve(DOCUMENT, address)).toEqual({
      path: ['spec', 'levels'],
      missing: [level4, 'minReadiness'],
    });
    expect(valueAt(DOCUMENT, address)).toBeUndefined();
    expect(valueAt(DOCUMENT, ['spec', 'ladder', 'grace'])).toBeUndefined();
  });

  it('reads no list where none is', () => {
    expect(listAt(DOCUMENT, ['spec', 'areas'])).toEqual([]);
    expect(listAt(DOCUMENT, ['spec', 'levels'])).toHaveLength(2);
    expect(listAt(undefined, ['spec'])).toEqual([]);
  });
});
