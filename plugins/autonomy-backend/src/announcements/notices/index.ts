export type { Notice } from './Notice';
export { NoticeSender } from './NoticeSender';
export { NOTICES_TABLE } from './noticeRows';
export { NoticesStore } from './NoticesStore';
