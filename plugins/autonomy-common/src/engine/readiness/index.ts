export {
  assessReadiness,
  explainReadiness,
  type ReadinessStanding,
} from './readiness';
