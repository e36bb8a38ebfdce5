import { entity } from '../../__testUtils__';
import { indexEntity } from '../indexEntity';
import { CatalogView } from './CatalogView';
import { boardOf, domainChainOf, domainOf } from './governance';

const CONTENT = 'domain:default/content';
const MEDIA = 'domain:default/media';
const COMPANY = 'domain:default/company';

const view = CatalogView.create(
  [
    entity('articles', { system: 'publishing' }),
    entity('search'),
    entity('publishing', { kind: 'System', domain: 'content' }),
    entity('content', { kind: 'Domain', domain: 'media' }),
    entity('media', {
      kind: 'Domain',
      domain: 'company',
      annotations: { 'autonomy/board': 'group:default/editors' },
    }),
    // Somebody has drawn a circle.
    entity('company', { kind: 'Domain', domain: 'media' }),
  ].map(each => ({
    ...indexEntity(each, { kind: 'Component' }),
    firstSeenAt: 0,
  })),
);
const domain = (name: string) =>
  domainOf(view, view.get(`component:default/${name}`)!);

describe('governance', () => {
  it('finds the domain through the system', () => {
    expect(domain('articles')).toBe(CONTENT);
    expect(domain('search')).toBeUndefined();
  });

  it('knows the domains around a domain, nearest first, each once', () => {
    expect(domainChainOf(view, CONTENT)).toEqual([CONTENT, MEDIA, COMPANY]);
    expect(domainChainOf(view, COMPANY)).toEqual([COMPANY, MEDIA]);
    expect(domainChainOf(view, undefined)).toEqual([]);
  });

  it('lets the nearest board decide', () => {
    const chain = domainChainOf(view, CONTENT);
    const configured = new Map([[COMPANY, 'group:default/directors']]);
    expect(boardOf(view, chain, configured)).toBe('group:default/editors');
    configured.set(CONTENT, 'group:default/writers');
    expect(boardOf(view, chain, configured)).toBe('group:default/writers');
    expect(boardOf(view, [COMPANY], configured)).toBe(
      'group:default/directors',
    );
    expect(boardOf(view, [], configured)).toBeUndefined();
  });
});
