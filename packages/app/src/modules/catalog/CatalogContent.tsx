import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { CatalogTable, catalogTranslationRef } from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
  type EntityListPagination,
} from '@backstage/plugin-catalog-react';
import { Container, Header } from '@backstage/ui';
import type { ReactNode } from 'react';
import { columns } from './columns';

type CatalogContentProps = {
  filters: ReactNode;
  pagination: EntityListPagination;
};

/** The catalog's page with a column of our own; nothing in it is created by hand, so no button for it. */
export const CatalogContent = ({
  filters,
  pagination,
}: CatalogContentProps) => {
  const { t } = useTranslationRef(catalogTranslationRef);
  const orgName = useApi(configApiRef).getString('organization.name');
  return (
    <EntityListProvider pagination={pagination}>
      <Header title={t('indexPage.title', { orgName })} />
      <Container>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>{filters}</CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <CatalogTable columns={columns} />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
};
