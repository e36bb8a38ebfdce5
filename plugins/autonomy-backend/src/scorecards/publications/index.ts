export { PublicationDesk, type TriedSimulations } from './PublicationDesk';
export { PublicationOutlook } from './PublicationOutlook';
export { PublicationTeller } from './PublicationTeller';
