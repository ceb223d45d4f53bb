// Where what stands in the picture of the network.

/** The size of the picture, in its own units. */
export const SIZE = 400;

/** How far from its middle the administrations stand. */
const CIRCLE = 145;

/** How large one of them is drawn. */
export const NODE = 20;

/** How far a line bends from the straight, so that the two directions stand apart. */
const BEND = 0.12;

type Point = [x: number, y: number];

/** Where each of so many stands: the first at the top, then clockwise. */
export function placeOf(index: number, count: number): Point {
	const angle = (2 * Math.PI * index) / count - Math.PI / 2;
	return [SIZE / 2 + CIRCLE * Math.cos(angle), SIZE / 2 + CIRCLE * Math.sin(angle)];
}

/** A line from the rim of one circle to that of another, bent to its left. */
export function lineOf([x1, y1]: Point, [x2, y2]: Point): string {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const bend: Point = [(x1 + x2) / 2 + BEND * dy, (y1 + y2) / 2 - BEND * dx];
	const rim = ([x, y]: Point): Point => {
		const length = Math.hypot(bend[0] - x, bend[1] - y);
		return [x + ((bend[0] - x) * NODE) / length, y + ((bend[1] - y) * NODE) / length];
	};
	const [start, end] = [rim([x1, y1]), rim([x2, y2])].map((point) => point.map((one) => one.toFixed(1)).join(' '));
	return `M${start} Q${bend.map((one) => one.toFixed(1)).join(' ')} ${end}`;
}
