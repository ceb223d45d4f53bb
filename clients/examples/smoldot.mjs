// With smoldot, a light client: the same as papi.mjs without believing any node. It checks headers and finality from
// the chain's specification on, and runs every question itself on proven values.
//
//     node smoldot.mjs chain.json MX-OEA-0001
//
// `chain.json` is the raw specification (`aeo-node export-chain-spec --raw`), whose `bootNodes` are nodes that
// listen on websockets.

import { readFileSync } from 'node:fs';
import { createClient } from 'polkadot-api';
import { getSmProvider } from 'polkadot-api/sm-provider';
import { start } from 'polkadot-api/smoldot';
import { takeSteps } from './steps.mjs';

const [specification, number] = process.argv.slice(2);
const light = start({ maxLogLevel: 2 });
const chainSpec = readFileSync(specification, 'utf8');
const client = createClient(getSmProvider(() => light.addChain({ chainSpec })));
await takeSteps(client, number);
// Its connections would keep the program alive.
process.exit(0);
