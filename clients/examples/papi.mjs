// With PAPI (`polkadot-api`) at a node: reads a certificate, asks what it earns, lists, suspends, and hears of it.
//
//     node papi.mjs ws://127.0.0.1:9944 MX-OEA-0001

import { createClient } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { WebSocket } from 'ws';
import { takeSteps } from './steps.mjs';

// From release 22 on, Node.js has one of its own.
const websocketClass = /** @type {any} */ (WebSocket);
const [address, number] = process.argv.slice(2);
const client = createClient(getWsProvider(address, { websocketClass }));
await takeSteps(client, number);
client.destroy();
