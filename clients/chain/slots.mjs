// Who authored a block and who missed a slot, from the digests of headers. Aura gives slot `s` to
// the validator at place `s mod n` of the set that the parent block's state holds.

/** A digest item of Aura before the block: variant 6, the engine `aura`, 8 bytes follow. */
const AURA_PRE_RUNTIME = '0x066175726120';

/** The slot in which a block was authored, from its digest's logs in hex; none in genesis. */
export function slotOf(logs) {
	const log = logs.find((item) => item.startsWith(AURA_PRE_RUNTIME));
	if (log === undefined) {
		return undefined;
	}
	const slot = Buffer.from(log.slice(AURA_PRE_RUNTIME.length), 'hex');
	return Number(slot.readBigUInt64LE());
}

/** The validator whose turn a slot is. */
export function turnOf(slot, validators) {
	return validators[slot % validators.length];
}

/**
 * Counts authored and missed slots per validator over consecutive blocks. Each block is
 * `{ number, slot, validators }` with the validators in its state, who own the slots after it.
 * The first block only says where to start.
 */
export function countSlots(blocks) {
	const authored = new Map();
	const missed = new Map();
	const count = (counts, validator) => counts.set(validator, (counts.get(validator) ?? 0) + 1);
	blocks.slice(1).forEach((block, index) => {
		const parent = blocks[index];
		for (let slot = parent.slot + 1; slot < block.slot; slot += 1) {
			count(missed, turnOf(slot, parent.validators));
		}
		count(authored, turnOf(block.slot, parent.validators));
	});
	return { authored, missed };
}

/** The first of consecutive blocks that `validator` authored, if there is one. */
export function firstAuthoredBy(validator, blocks) {
	return blocks.find((block, index) => {
		return index > 0 && turnOf(block.slot, blocks[index - 1].validators) === validator;
	});
}
