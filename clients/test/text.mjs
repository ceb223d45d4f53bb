// Text is text: what polkadot.js makes of the value types in `primitives`, from their metadata.
//
// text.json is written by `UPDATE=1 cargo test -p aeo-primitives --test values`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { Metadata, TypeRegistry } from "@polkadot/types";
import { isAddress } from "@polkadot/util-crypto";

const facts = JSON.parse(readFileSync(new URL("text.json", import.meta.url), "utf8"));

const registry = new TypeRegistry();
registry.setLookup(new Metadata(registry, facts.metadata).asV14.lookup);
const type = registry.createLookupType(facts.type);

/** What a person would type into polkadot.js Apps. */
const typed = {
	rfc: "MXÑÑ&970924AB4",
	rut: "245528582",
	certificate: "OEA-2024/0001",
	territory: "MX",
	utcOffset: -360,
	validUntil: "2026-12-31",
	roles: ["Exporter", "Manufacturer"],
	directions: ["Import"],
};

test("text is shown as it was written", () => {
	/** @type {any} */
	const shown = registry.createType(type, facts.encoded).toHuman();
	assert.equal(shown.rfc, "MXÑÑ&970924AB4");
	assert.equal(shown.rut, "245528582");
	assert.equal(shown.validUntil, "2026-12-31");
	assert.deepEqual(shown, {
		...typed,
		utcOffset: "-360",
		roles: ["Manufacturer", "Exporter"],
	});
});

test("text is taken as it is typed", () => {
	assert.equal(registry.createType(type, typed).toHex(), facts.encoded);
});

test("a text that is a valid address stays a text", () => {
	assert.ok(isAddress(typed.rut), "otherwise this test shows nothing");
	/** @type {any} */
	const told = registry.createType(type, typed);
	const rut = told.get("rut");
	assert.equal(rut.toString(), "245528582");
	assert.equal(rut.toHex(), `0x${Buffer.from("245528582").toString("hex")}`);
});
