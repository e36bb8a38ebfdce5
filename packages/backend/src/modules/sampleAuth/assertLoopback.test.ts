import { ConfigReader } from '@backstage/config';
import { assertLoopback } from './assertLoopback';

const configWith = (listen?: string | { host?: string; port?: number }) =>
  new ConfigReader({ backend: listen === undefined ? {} : { listen } });

describe('assertLoopback', () => {
  it.each(['127.0.0.1', '::1', 'localhost'])('accepts %s', host => {
    expect(() => assertLoopback(configWith({ host }))).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', '127.0.0.1.example.com', ''])(
    "refuses '%s'",
    host => {
      expect(() => assertLoopback(configWith({ host }))).toThrow(
        /backend\.listen\.host/,
      );
    },
  );

  it('refuses a listen address without a host, which means all interfaces', () => {
    const message =
      'Sample users need no password, so backend.listen.host must be one of 127.0.0.1, ::1, localhost; found none';
    expect(() => assertLoopback(configWith())).toThrow(message);
    expect(() => assertLoopback(configWith({ port: 7007 }))).toThrow(message);
    expect(() => assertLoopback(configWith(':7007'))).toThrow(message);
  });
});
