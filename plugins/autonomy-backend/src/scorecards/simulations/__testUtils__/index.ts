export { DRAFT, PublishedText, setUpSimulations } from './setUpSimulations';
