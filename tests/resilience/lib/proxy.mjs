import { connect, createServer } from 'node:net';

/**
 * A way to a port on the loopback address that can be disturbed.
 *
 * @returns `disturb(mode)`: `cut` ends all connections and refuses new ones; `hold` keeps everything back and
 * loses nothing; `halfOpen` takes everything, passes on nothing and says nothing. `disturb(undefined)` makes
 * all well again: what was held goes on, and what was half open is ended, as by a peer that knows it no more.
 */
export async function startProxy({ targetPort, defer }) {
  const pairs = new Set();
  let mode;

  const server = createServer({ pauseOnConnect: true }, client => {
    if (mode === 'cut') {
      client.destroy();
      return;
    }
    const pair = { client, target: connect(targetPort, '127.0.0.1') };
    pairs.add(pair);
    for (const socket of [pair.client, pair.target]) {
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => end(pair));
    }
    if (!mode) pass(pair);
    if (mode === 'halfOpen') swallow(pair);
  });

  function pass({ client, target }) {
    client.pipe(target);
    target.pipe(client);
  }
  function hold({ client, target }) {
    client.unpipe(target).pause();
    target.unpipe(client).pause();
  }
  function swallow(pair) {
    hold(pair);
    pair.client.resume();
    pair.target.resume();
  }
  function end(pair) {
    pairs.delete(pair);
    pair.client.destroy();
    pair.target.destroy();
  }
  const disturbances = {
    cut: () => [...pairs].forEach(end),
    hold: () => [...pairs].forEach(hold),
    halfOpen: () => [...pairs].forEach(swallow),
  };
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  defer(() => {
    server.close();
    [...pairs].forEach(end);
  });
  return {
    port: server.address().port,
    disturb(next) {
      if (mode === 'hold') [...pairs].forEach(pass);
      if (mode === 'halfOpen') [...pairs].forEach(end);
      mode = next;
      disturbances[next]?.();
    },
  };
}
