export { auditNotices } from './auditNotices';
export {
  CATEGORIES,
  compareCategories,
  type Category,
  type CategoryTerms,
} from './categories';
export { noticesOf } from './noticesOf';
export { list } from './phrases';
export { planNotices } from './planNotices';
export { policyNotices } from './policyNotices';
export { decidedNotices, openedNotice } from './proposalNotices';
export { revokedNotice } from './revokedNotice';
