/**
 * Loaded into every Node process of the emulator (NODE_OPTIONS). A Lambda function then sees the network as on AWS: it
 * calls real host names over TLS, and its connections end at the front instead of leaving the machine.
 */
'use strict';

const net = require('node:net');
const process = require('node:process');

const port = Number(process.env.SLIPWAY_LOCAL_FRONT_PORT);

// AWS sets no endpoint in a function's environment; with one, presigned URLs would name 127.0.0.1.
delete process.env.AWS_ENDPOINT_URL;

const isLoopback = (host) => host === 'localhost' || host === '::1' || /^127\./.test(host);
const original = net.Socket.prototype.connect;

net.Socket.prototype.connect = function connect(...given) {
  const wrapped = Array.isArray(given[0]);
  const options = wrapped ? given[0][0] : given[0];
  if (port > 0 && options !== null && typeof options === 'object' && options.port !== undefined) {
    const host = options.host ?? 'localhost';
    if (!isLoopback(host)) {
      const redirected = { ...options, host: '127.0.0.1', port };
      if (wrapped) given[0][0] = redirected;
      else given[0] = redirected;
    }
  }
  return original.apply(this, given);
};
