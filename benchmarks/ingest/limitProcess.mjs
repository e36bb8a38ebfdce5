/*
 * The limit: the least that takes a signed delivery and keeps it. Bare HTTP, the MAC over the raw bytes, one
 * row with a unique key committed on its own, 202. No framework, no log, nothing is made of what came.
 * usage: node limitProcess.mjs <port> <connection string> <secret>
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/root.mjs';

const POOL = 10;
const INSERT = `insert into limit_inbox (id, body, body_hash, received_at) values ($1, $2, $3, $4)
  on conflict (id) do nothing`;

const require = createRequire(inRoot('packages/backend/package.json'));
const { Pool } = require('pg');

const [port, connectionString, secret] = process.argv.slice(2);
const pool = new Pool({ connectionString, max: POOL });
const PREFIX = 'v1=';

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', async () => {
    const body = Buffer.concat(chunks);
    const header = request.headers['x-pagerduty-signature'] ?? '';
    const found = Buffer.from(header.slice(PREFIX.length), 'hex');
    const expected = createHmac('sha256', secret).update(body).digest();
    if (found.length !== expected.length || !timingSafeEqual(found, expected)) {
      response.writeHead(401).end();
      return;
    }
    try {
      const { event } = JSON.parse(body);
      const hash = createHash('sha256').update(body).digest('hex');
      await pool.query(INSERT, [event.id, body, hash, Date.now()]);
      response
        .writeHead(202, { 'content-type': 'application/json' })
        .end('{"status":"accepted"}');
    } catch {
      response.writeHead(503).end();
    }
  });
});
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit());
