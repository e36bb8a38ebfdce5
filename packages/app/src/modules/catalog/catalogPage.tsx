import { coreExtensionData } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { Fragment } from 'react';

/** The catalog's own page, but for the content: there is no extension point for columns. */
export const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory: (originalFactory, { config, inputs }) =>
    originalFactory({
      params: {
        loader: async () => {
          const { CatalogContent } = await import('./CatalogContent');
          return (
            <CatalogContent
              pagination={config.pagination}
              filters={inputs.filters.map((filter, index) => (
                <Fragment key={index}>
                  {filter.get(coreExtensionData.reactElement)}
                </Fragment>
              ))}
            />
          );
        },
      },
    }),
});
