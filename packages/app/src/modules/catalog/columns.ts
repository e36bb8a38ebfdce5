import { autonomyCatalogColumn } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  CatalogTable,
  type CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';

/** How many of the usual columns come first: the hidden title and the name. */
const FIRST = 2;

/** The usual columns, and for components what autonomy says of them beside their names. */
export const columns: CatalogTableColumnsFunc = context => {
  const usual = CatalogTable.defaultColumnsFunc(context);
  const { entities, filters } = context;
  const kind = entities[0]?.kind ?? filters.kind?.value;
  return kind?.toLowerCase() === 'component'
    ? [...usual.slice(0, FIRST), autonomyCatalogColumn, ...usual.slice(FIRST)]
    : usual;
};
