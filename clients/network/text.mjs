// How the driver speaks: lines on standard output, times and tables.

/** Prints one line, or an empty one. */
export function say(line = '') {
	process.stdout.write(`${line}\n`);
}

/** Seconds with one decimal, `2.1 s`. */
export function seconds(value) {
	return `${value.toFixed(1)} s`;
}

/** Bytes as whole mebibytes, or that they are not known. */
export function mebibytes(bytes) {
	return bytes === undefined ? 'unknown' : `${Math.round(bytes / 1_048_576)} MiB`;
}

/** A table of texts: the first column to the left, the others to the right. */
export function table(head, rows) {
	const all = [head, ...rows].map((row) => row.map(String));
	const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
	const line = (row) =>
		row
			.map((cell, column) => {
				return column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]);
			})
			.join('  ')
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	const [first, ...rest] = all;
	return [line(first), rule, ...rest.map(line)].join('\n');
}
