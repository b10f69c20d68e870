// Follows subscriptions with graphql-ws, then provokes every close code of the protocol: node subscribe.mjs WS-URL
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
const follow = (query) =>
  new Promise((done) => {
    const seen = [];
    client.subscribe({ query }, { next: (value) => seen.push(value), error: (error) => done({ seen, error: Array.isArray(error) ? error.length : String(error) }), complete: () => done({ seen }) });
  });

const print = (name, value) => console.log(`${name}: ${JSON.stringify(value)}`);
print('count', await follow('subscription { count(to: 3) }'));
print('query', await follow('{ greet(times: 1) }'));
print('broken', await follow('subscription { broken }'));
print('syntax', await follow('subscription {'));
print('together', await Promise.all([follow('subscription { count(to: 2) }'), follow('subscription { count(to: 1) }')]));
print('early', await new Promise((done) => {
  const stop = client.subscribe({ query: 'subscription { opening { name } }' }, { next: (value) => (stop(), setTimeout(() => done(value), 50)), error: done, complete: () => {} });
}));
await client.dispose();

// Sends messages and waits for the close code; a function waits for the acknowledgement first.
const closeOf = (messages, protocol = 'graphql-transport-ws') =>
  new Promise((done) => {
    const socket = new WebSocket(url, protocol);
    socket.on('open', () => messages.forEach((message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message))));
    socket.on('close', (code) => done(code));
    socket.on('error', () => {});
  });
const init = { type: 'connection_init' };
const subscribe = { type: 'subscribe', id: '1', payload: { query: 'subscription { opening { name } }' } };
print('bad json', await closeOf([init, '{']));
print('unknown type', await closeOf([init, { type: 'x' }]));
print('no payload', await closeOf([init, { type: 'subscribe', id: '1' }]));
print('not initialized', await closeOf([subscribe]));
print('forbidden', await closeOf([{ type: 'connection_init', payload: { forbidden: true } }]));
print('protocol', await closeOf([], 'graphql-ws'));
print('silent', await closeOf([]));
print('twice the same id', await closeOf([init, subscribe, subscribe]));
print('two inits', await closeOf([init, init]));
