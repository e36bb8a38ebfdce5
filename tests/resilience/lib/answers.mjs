/** What a sender may be told while the database is away. */
const HONEST = [202, 429, 503];

/**
 * Takes down what senders were told, and when they were served again after a fault.
 */
export function createAnswers() {
  const statuses = {};
  const strange = new Set();
  const recoveries = [];
  let slowest = 0;
  let open = [];

  return {
    statuses,
    strange,
    recoveries,
    get slowest() {
      return slowest;
    },
    /** Of every answer. */
    note({ error, ms, sentAt, status, url }) {
      statuses[status] = (statuses[status] ?? 0) + 1;
      slowest = Math.max(slowest, ms);
      if (!HONEST.includes(status)) strange.add(error ?? `status ${status}`);
      if (status !== 202) return;
      for (const wait of open) {
        if (sentAt >= wait.since && wait.urls.delete(url)) {
          recoveries.push({ fault: wait.fault, ms: sentAt + ms - wait.since });
        }
      }
      open = open.filter(({ urls }) => urls.size > 0);
    },
    /** The database is back; each of the addresses should serve again. */
    expectRecovery(fault, urls) {
      open.push({ fault, since: performance.now(), urls: new Set(urls) });
    },
    /** Faults after which somebody was not served again before the next one came or the work ended. */
    get unrecovered() {
      return open.map(({ fault }) => fault);
    },
  };
}
