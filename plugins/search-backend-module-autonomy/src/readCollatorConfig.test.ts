import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readCollatorConfig } from './readCollatorConfig';

const read = (autonomy: JsonObject, rest: JsonObject = {}) =>
  readCollatorConfig(
    new ConfigReader({ search: { collators: { autonomy } }, ...rest }),
  );

const RESTRICTED = { permission: { enabled: true } };

describe('the configuration of the collator', () => {
  it('has defaults', () => {
    expect(readCollatorConfig(new ConfigReader({}))).toMatchObject({
      locationTemplate: '/catalog/:namespace/:kind/:name/autonomy',
      schedule: { frequency: { minutes: 10 } },
      visibilityPermission: { name: 'catalog.entity.read' },
    });
  });

  it('says who finds what only where somebody has said it', () => {
    expect(read({}, RESTRICTED).visibilityPermission).toBeUndefined();
    for (const visibility of ['catalog.entity.read', 'autonomy.entity.read']) {
      const { visibilityPermission } = read({ visibility }, RESTRICTED);
      expect(visibilityPermission?.name).toBe(visibility);
    }
  });

  it('names the path of a mistake', () => {
    expect(() => read({ visibility: 'everybody' })).toThrow(
      'Invalid configuration at search.collators.autonomy.visibility: expected one of catalog.entity.read, autonomy.entity.read, found "everybody"',
    );
    expect(() => read({ schedule: { frequency: 'now and then' } })).toThrow(
      /^Invalid configuration at search\.collators\.autonomy\.schedule: /,
    );
    expect(() => read({ locationTemplate: 5 })).toThrow(
      /^Invalid configuration at search\.collators\.autonomy\.locationTemplate: /,
    );
  });

  it("refuses the place of the catalog's own documents", () => {
    const mistake = /locationTemplate: expected another place/;
    const usual = '/catalog/:namespace/:kind/:name';
    expect(() => read({ locationTemplate: usual })).toThrow(mistake);
    const catalog = { locationTemplate: '/Things/:name' };
    const search = (locationTemplate: string) => ({
      search: { collators: { catalog, autonomy: { locationTemplate } } },
    });
    expect(() => read({}, search('/things/:name'))).toThrow(mistake);
    expect(read({}, search(usual)).locationTemplate).toBe(usual);
  });
});
