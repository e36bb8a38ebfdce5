export type { Announcement } from './Announcement';
export { createAnnouncements, type Announcements } from './createAnnouncements';
export { Outbox, type OutboxState } from './Outbox';
