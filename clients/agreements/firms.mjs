// One certified firm of each party, so that recognition can be asked about. The firms are invented.

import { blake2AsHex } from '@polkadot/util-crypto';
import { dayAt } from '../chain/clock.mjs';
import { refusalOf } from '../chain/refusals.mjs';
import { firmWith } from '../firms/firms.mjs';
import { confirmationOfBatch, takeOverOf, waitingBatchOf } from '../firms/taking-over.mjs';
import { say } from '../network/text.mjs';

/** Years for which a certificate is valid, before and after this one. */
const YEARS = 2;

/** The TIN of the firm of an administration. */
export function tinOf(administrations, territory) {
	return `${territory}${administrations[territory].firm}`;
}

/** Sees to it that the firm of each party holds a certificate of a type of these agreements. */
export async function certifyAll(world, territories, agreements) {
	const { chain, administrations } = world;
	say();
	say('A certified exporter of each party:');
	const year = Number(dayAt(0, Date.now()).slice(0, 4));
	const done = await Promise.all(
		territories.map(async (territory) => {
			const tin = tinOf(administrations, territory);
			const { answer } = await chain.rpc('aeo_certificatesOf', [tin]);
			if (answer.length > 0) {
				return false;
			}
			const { parties } = agreements.find((one) => Object.hasOwn(one.parties, territory));
			const [type] = parties[territory];
			await certify(world, territory, rowOf(territory, administrations[territory], type, year));
			return true;
		}),
	);
	const certified = done.filter((isNew) => !isNew).length;
	if (certified > 0) {
		say(`  ${certified} of ${territories.length} are certified already`);
	}
}

/** The firm's line in a list that is taken over. */
function rowOf(territory, { programme, firm }, type, year) {
	return firmWith({
		tin: `${territory}${firm}`,
		certificate: `${territory}-AGREEMENTS-1`,
		programme,
		type,
		valid_from: `${year - YEARS}-01-01`,
		valid_until: `${year + YEARS}-12-31`,
	});
}

/** Two officers take the certificate over. */
async function certify(world, territory, row) {
	const { chain, keys, administrations } = world;
	const { country } = administrations[territory];
	const batch = await batchWith(world, territory, row);
	if (batch === undefined) {
		// The programme asks for no second officer.
		return;
	}
	const confirmed = await chain.send(
		`${country} confirms it`,
		confirmationOfBatch(chain.api, batch),
		keys.officer(territory, 2),
	);
	const failed = chain.eventOf(confirmed, 'certificates', 'RowFailed');
	if (failed !== undefined) {
		const refusal = refusalOf(chain.api.registry, failed.error);
		throw new Error(`${country} could not take over ${row.certificate}: ${refusal}`);
	}
}

/**
 * What confirms the batch with this row, `{ batch, proposal }`; it is proposed where it does not wait
 * already. None where it needs no second officer.
 */
async function batchWith({ chain, keys, administrations }, territory, row) {
	const { api } = chain;
	const call = takeOverOf(api, [row]);
	// The hash of a batch is that of the arguments.
	const hash = blake2AsHex(Buffer.concat(call.method.args.map((argument) => argument.toU8a())));
	const waiting = await api.query.certificates.batches(territory, hash);
	if (waiting.isSome) {
		return { batch: hash, proposal: waiting.unwrap().number.toNumber() };
	}
	const what = `${administrations[territory].country} takes over ${row.certificate}`;
	return waitingBatchOf(chain, await chain.send(what, call, keys.officer(territory, 1)));
}
