// Refusals in words: of the runtime, by the documentation in its metadata, and of the pool.

/** What the errors mean that belong to no pallet. */
const COMMON_ERRORS = {
	BadOrigin: 'The signer, or the share of the council, may not make this call.',
	CannotLookup: 'The address stands for no account.',
	Exhausted: 'The block has no room left for this.',
};

/** What refusals of the pool mean that say a number only, or little. */
const POOL_REFUSALS = {
	'Custom error: 100': 'the call is longer than 320 KiB; make several smaller ones',
	'Custom error: 101':
		'a vote or motion takes a seat in the council, a suspension an officer with the scope',
	'Inability to pay some fees':
		'no quota pays for such a call of this account, or nothing of it is left; see aeo_quota',
};

/** What the pool answers to a transaction, with what it means where that is not said. */
export function explained(refusal) {
	const known = Object.keys(POOL_REFUSALS).find((text) => refusal.includes(text));
	return known === undefined ? refusal : `${refusal} (${POOL_REFUSALS[known]})`;
}

/** A refusal: `name` such as `administrations.NotCovered`, and its text for people. */
export class Refusal {
	constructor(name, text) {
		this.name = name;
		this.text = text;
	}

	toString() {
		return this.text === '' ? this.name : `${this.name}: ${this.text}`;
	}
}

/** Puts a `DispatchError` into words, with the documentation that the metadata holds. */
export function refusalOf(registry, error) {
	if (error.isModule) {
		const { section, name, docs } = registry.findMetaError(error.asModule);
		return new Refusal(`${section}.${name}`, docs.join(' ').trim());
	}
	if (error.isToken || error.isArithmetic || error.isTransactional) {
		return new Refusal(`${error.type}.${error.inner.type}`, '');
	}
	return new Refusal(error.type, COMMON_ERRORS[error.type] ?? '');
}
