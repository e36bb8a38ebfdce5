/**
 * `fetch` on a connection of its own. The backend may be in this very process: while it evaluates, a connection
 * that was kept for later is closed by the one side before the other looks, and the next request on it fails.
 *
 * @param url - as of `fetch`
 * @param init - as of `fetch`; headers as an object
 * @returns the response
 */
export function fetchAlone(url, init = {}) {
  return fetch(url, {
    ...init,
    headers: { ...init.headers, connection: 'close' },
  });
}
