// Figures from measurements: medians, spreads, and how they are written.

/** The value below which this share of the sorted values lies. */
function quantile(sorted, share) {
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Median, 95th and 99th percentile, least and most. */
export function summary(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return {
		median: quantile(sorted, 0.5),
		p95: quantile(sorted, 0.95),
		p99: quantile(sorted, 0.99),
		least: sorted[0],
		most: sorted.at(-1),
	};
}

/** A figure with as many digits as say something. */
export function rounded(value) {
	return Number(value.toPrecision(3));
}

/**
 * A row of the table: what, the median, its spread, and in which unit. There are values, or what they come
 * to.
 *
 * @param {{ name: string, unit: string, values?: number[], of?: any, note?: string }} figure
 */
export function rowOf({ name, unit, values = [], of = summary(values), note }) {
	const { median, least, most } = of;
	const spread = least < most || values.length > 1 ? `${rounded(least)}–${rounded(most)}` : '–';
	return [name, `${rounded(median)}`, spread, unit, note ?? ''];
}
