// Why something sealed is not taken.

/** A refusal, with the name that the design gives it as its `code`. */
export class Refused extends Error {
	constructor(code, message) {
		super(`${code}: ${message}`);
		this.code = code;
	}
}
