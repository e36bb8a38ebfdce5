export { readConfig } from './config';
export { examples, yamlFiles } from './files';
export { SampleOrganisation } from './SampleOrganisation';
