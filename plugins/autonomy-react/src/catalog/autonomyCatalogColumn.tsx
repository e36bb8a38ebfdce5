import type { Entity } from '@backstage/catalog-model';
import type { TableColumn } from '@backstage/core-components';
import { AutonomyCell } from './AutonomyCell';
import { AutonomyColumnTitle } from './AutonomyColumnTitle';

/**
 * A column with level and guardrail status for the catalog's table, or any table whose rows have an `entity`.
 *
 * @remarks
 *
 * The rows of a page are fetched in one request. The catalog's server knows neither level nor status, so the
 * column neither sorts nor searches; the page of Autonomy does both.
 *
 * @example
 *
 * ```tsx
 * <CatalogTable
 *   columns={context => [
 *     ...CatalogTable.defaultColumnsFunc(context),
 *     autonomyCatalogColumn,
 *   ]}
 * />
 * ```
 *
 * @public
 */
// A column of the rows of one table is no column of another's, though they all have an entity.
export const autonomyCatalogColumn: TableColumn<any> = {
  title: <AutonomyColumnTitle />,
  width: 'auto',
  sorting: false,
  searchable: false,
  render: ({ entity }: { entity: Entity }) => <AutonomyCell entity={entity} />,
};
