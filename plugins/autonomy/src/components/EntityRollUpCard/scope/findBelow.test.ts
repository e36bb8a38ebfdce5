import type { Entity } from '@backstage/catalog-model';
import { findBelow } from './findBelow';

const group = (name: string, children: string[], kind = 'Group'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: children.map(targetRef => ({
    type: kind === 'Domain' ? 'hasPart' : 'parentOf',
    targetRef,
  })),
});

const ref = (name: string) => `group:default/${name}`;

describe('findBelow', () => {
  it('goes down level by level, and gets through a circle once', async () => {
    const known = new Map([
      [ref('a'), group('a', [ref('c'), ref('top')])],
      [ref('b'), group('b', [ref('c')])],
    ]);
    const read = jest.fn(async (refs: string[]) =>
      refs.map(item => known.get(item)),
    );

    expect(await findBelow(group('top', [ref('a'), ref('b')]), read)).toEqual({
      refs: [ref('a'), ref('b'), ref('c')],
      isCut: false,
    });
    expect(read.mock.calls).toEqual([[[ref('a'), ref('b')]], [[ref('c')]]]);
  });

  it('asks nothing where nothing is below', async () => {
    const read = jest.fn();

    expect(await findBelow(group('leaf', []), read)).toEqual({
      refs: [],
      isCut: false,
    });
    expect(read).not.toHaveBeenCalled();
  });

  it('takes domains that are parts of a domain, and no systems', async () => {
    const domain = group(
      'shop',
      ['system:default/cart', 'domain:default/orders'],
      'Domain',
    );

    expect((await findBelow(domain, async () => [])).refs).toEqual([
      'domain:default/orders',
    ]);
  });

  it('stops where a filter can name no more', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ref(`g${index}`));
    const read = jest.fn();

    const { refs, isCut } = await findBelow(group('top', many), read);

    expect(refs).toEqual(many.slice(0, 49));
    expect(isCut).toBe(true);
    expect(read).not.toHaveBeenCalled();
  });
});
