export { AuthorizedInbox } from './AuthorizedInbox';
export { Inbox } from './Inbox';
export type { InboxState, ReplayRequest } from './Inbox';
export { InboxAcceptor, OverloadError, type Delivery } from './InboxAcceptor';
export { InboxProcessor } from './InboxProcessor';
export { INBOX_TABLE, type InboxRow } from './InboxRow';
