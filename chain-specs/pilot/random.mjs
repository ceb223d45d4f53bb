// Chance that is the same each time: everything drawn follows from the seed.

/** Draws from a seed (xorshift, 32 bits). For invented data only: anybody can foretell it. */
export class Chance {
	#state;

	constructor(seed) {
		this.#state = seed >>> 0 || 1;
	}

	/** A whole number from `low` to `high`, both included. */
	whole(low, high) {
		let state = this.#state;
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		this.#state = state >>> 0;
		return low + (this.#state % (high - low + 1));
	}

	/** One of these. */
	pick(items) {
		return items[this.whole(0, items.length - 1)];
	}

	/** One of these by weight: `[[weight, item], …]`. */
	weighted(choices) {
		let left = this.whole(
			1,
			choices.reduce((sum, [weight]) => sum + weight, 0),
		);
		return choices.find(([weight]) => {
			left -= weight;
			return left <= 0;
		})[1];
	}

	/** So many digits as text. */
	digits(count) {
		return Array.from({ length: count }, () => this.whole(0, 9)).join('');
	}

	/** These in another order. */
	shuffled(items) {
		const result = [...items];
		for (let last = result.length - 1; last > 0; last -= 1) {
			const other = this.whole(0, last);
			[result[last], result[other]] = [result[other], result[last]];
		}
		return result;
	}

	/** A day from `first` to `last`, both `2026-12-31` and included. */
	day(first, last) {
		const [from, to] = [first, last].map((day) => Date.parse(day) / 86_400_000);
		return new Date(this.whole(from, to) * 86_400_000).toISOString().slice(0, 10);
	}
}
