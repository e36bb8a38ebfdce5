export {
  assessAccountability,
  explainAccountability,
  type AccountabilityStanding,
} from './accountability';
