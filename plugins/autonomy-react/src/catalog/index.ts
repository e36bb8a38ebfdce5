export * from './autonomyCatalogColumn';
