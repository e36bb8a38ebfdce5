/** Who writes through the fake API. */
export const FAKE_USER = 'user:default/guest';

/** For whom they write. */
export const FAKE_OWNER = 'group:default/payments-team';
