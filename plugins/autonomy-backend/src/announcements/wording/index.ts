export {
  CATEGORIES,
  compareCategories,
  type Category,
  type CategoryTerms,
} from './categories';
export { noticesOf } from './noticesOf';
export { list } from './phrases';
export { policyNotices } from './policyNotices';
export { requestNotice } from './requestNotice';
