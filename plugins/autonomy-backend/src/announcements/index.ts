export type { Announcement } from './Announcement';
export { createAnnouncements, type Announcements } from './createAnnouncements';
export { NoticesStore } from './notices';
export { Outbox, type OutboxState } from './Outbox';
export type { PolicyChangeNews } from './PolicyAnnouncement';
export type { ProposalNews } from './ProposalAnnouncement';
export {
  auditNotices,
  decidedNotices,
  openedNotice,
  planNotices,
  policyNotices,
  revokedNotice,
} from './wording';
