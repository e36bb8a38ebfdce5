import express from 'express';
import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { sendCsv } from './sendCsv';

interface Row {
  name: string;
  value?: string | number | boolean;
}

const columns = {
  name: (row: Row) => row.name,
  value: (row: Row) => row.value,
};

/** A server that sends the pieces, and what came of it. */
function serve(pieces: AsyncIterable<Row[]>) {
  const app = express();
  const sent = new Promise<number>((resolve, reject) => {
    app.get('/', (_, res) =>
      sendCsv(res, 'list.csv', columns, pieces).then(resolve, reject),
    );
  });
  return { app, sent };
}

async function* inPieces(...pieces: Row[][]) {
  yield* pieces;
}

describe('a table', () => {
  it('has a header, a line for each row and a name', async () => {
    const { app, sent } = serve(
      inPieces([{ name: 'a', value: 1 }, { name: 'b' }], [], [{ name: 'c' }]),
    );
    const { headers, text } = await request(app).get('/');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="list.csv"',
    });
    expect(text).toBe('name,value\r\na,1\r\nb,\r\nc,\r\n');
    expect(await sent).toBe(3);
  });

  it('has a header where there are no rows', async () => {
    const { text } = await request(serve(inPieces()).app).get('/');
    expect(text).toBe('name,value\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
    [-1, '-1'],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['Ünlike 名', 'Ünlike 名'],
    [false, 'false'],
  ])('shows %j as no more than it is', async (value, cell) => {
    const { app } = serve(inPieces([{ name: 'a', value }]));
    const { text } = await request(app).get('/');
    expect(text).toBe(`name,value\r\na,${cell}\r\n`);
  });

  describe('whose sending ends early', () => {
    const BIG = Array.from({ length: 500 }, () => ({
      name: 'x'.repeat(1_000),
    }));
    let server: Server;

    afterEach(() => void server.close());

    async function open(app: express.Express) {
      server = createServer(app).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const [response] = await once(get({ port, agent: false }), 'response');
      return response;
    }

    it('asks for no more when the reader has gone', async () => {
      let pulled = 0;
      let isOver = false;
      async function* endless() {
        try {
          for (;;) {
            pulled += 1;
            yield BIG;
          }
        } finally {
          isOver = true;
        }
      }
      const { app, sent } = serve(endless());
      const response = await open(app);
      response.destroy();
      expect(await sent).toBe(pulled * BIG.length);
      expect(isOver).toBe(true);
    });

    it('does not pass for complete where the rest cannot be read', async () => {
      async function* broken() {
        yield BIG;
        throw new Error('no database');
      }
      const { app, sent } = serve(broken());
      const failure = sent.catch(error => error.message);
      const response = await open(app);
      response.resume();
      await expect(once(response, 'end')).rejects.toMatchObject({
        code: 'ECONNRESET',
      });
      expect(await failure).toBe('no database');
    });
  });
});
