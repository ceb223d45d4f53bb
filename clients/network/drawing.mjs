// Chance that comes out alike each time.

/** Numbers from 0 to 1, always the same ones for a seed. */
export function drawing(seed) {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
