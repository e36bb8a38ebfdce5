export { permissionModuleSamplePolicy as default } from './module';
