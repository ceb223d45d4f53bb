// Checks by libraries of strangers: what `aeo` issues must not need `aeo`. Signatures by `jose`, lists by Digital
// Bazaar's library, words by `jsonld`.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { contexts } from '@digitalbazaar/credentials-context';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import * as jose from 'jose';
import jsonld from 'jsonld';

/** Where the W3C's own context is. */
const W3C = 'https://www.w3.org/ns/credentials/v2';

/** Verifies a token with the keys of a document of an identifier: its claims. */
async function verify(token, did) {
	const { kid, typ } = jose.decodeProtectedHeader(token);
	assert.equal(typ, 'vc+jwt');
	const method = did.verificationMethod.find(({ id }) => id === kid);
	assert.ok(method !== undefined && did.assertionMethod.includes(kid), `${kid} is not listed`);
	const key = await jose.importJWK(method.publicKeyJwk, 'ES256');
	const { payload } = await jose.compactVerify(token, key, { algorithms: ['ES256'] });
	return JSON.parse(new TextDecoder().decode(payload));
}

/**
 * Checks a credential with what stands in a folder of `aeo statuslist build`: for each of its entries the purpose, and
 * whether its bit is set. (`verified` says only that there was a list: it is true for a set bit too.)
 */
export async function checkByJose(token, folder) {
	const did = JSON.parse(readFileSync(join(folder, 'did.json'), 'utf8'));
	const credential = await verify(token, did);
	assert.equal(credential.issuer.id, did.id);
	const documentLoader = async (url) => {
		const list = readFileSync(join(folder, `${url.split('/').at(-1)}.jwt`), 'utf8');
		return { documentUrl: url, document: await verify(list, did) };
	};
	const checked = await checkStatus({
		credential,
		documentLoader,
		verifyBitstringStatusListCredential: false,
	});
	assert.ok(checked.verified, checked.error?.message);
	return checked.results.map(({ credentialStatus, status }) => {
		return [credentialStatus.statusPurpose, status];
	});
}

/** Expands a credential with the contexts that it names, and fails where a word has no meaning: its subjects. */
async function expand(credential) {
	const known = new Map([[W3C, contexts.get(W3C)]]);
	for (const { digestSRI, id } of credential.relatedResource) {
		const bytes = readFileSync(new URL(`context/${id.split('/').at(-1)}`, import.meta.url));
		const digest = createHash('sha384').update(bytes).digest('base64');
		assert.equal(digestSRI, `sha384-${digest}`);
		known.set(id, JSON.parse(bytes.toString('utf8')));
	}
	assert.deepEqual(credential['@context'], [...known.keys()]);
	const documentLoader = async (url) => {
		assert.ok(known.has(url), `${url} is not known`);
		return { contextUrl: null, documentUrl: url, document: known.get(url) };
	};
	const [expanded] = await jsonld.expand(credential, { documentLoader, safe: true });
	await assert.rejects(
		jsonld.expand({ ...credential, benefits: 'all' }, { documentLoader, safe: true }),
		'otherwise this shows nothing',
	);
	return expanded['https://www.w3.org/2018/credentials#credentialSubject'];
}

/** Every word of a credential has a meaning. */
export async function ensureTermsDefined(token) {
	const credential = jose.decodeJwt(token);
	const [subject] = await expand(credential);
	assert.equal(subject['urn:aeo:v1:tin'][0]['@value'], credential.credentialSubject.tin);
}

/** Checks who is recognised with the document of the grantor's identifier; gives the entities. */
export async function checkRecognition(token, file) {
	const did = JSON.parse(readFileSync(file, 'utf8'));
	const credential = await verify(token, did);
	assert.equal(credential.issuer.id, did.id);
	assert.deepEqual(credential.type, ['VerifiableCredential', 'RecognizedEntityCredential']);
	assert.match(credential.description, /^Experimental/);
	const entities = await expand(credential);
	const draft = 'urn:aeo:draft-20260802';
	for (const entity of entities) {
		assert.deepEqual(entity['@type'], [`${draft}:RecognizedEntity`]);
		for (const action of entity[`${draft}:recognizedTo`]) {
			assert.deepEqual(action['@type'], [`${draft}:RecognizedAction`]);
			assert.equal(action[`${draft}:recognizedBy`][0]['@id'], did.id);
			assert.ok(action['urn:aeo:v1:certificateTypes'].length > 0);
		}
	}
	return credential.credentialSubject;
}

/** The bits of a status list, whose signature is not looked at: `get(index)`. */
export function bitsOf(token) {
	const { encodedList } = jose.decodeJwt(token).credentialSubject;
	const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
	return { get: (index) => (bytes[index >> 3] & (0x80 >> (index & 7))) !== 0 };
}
