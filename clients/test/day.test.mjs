import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivals, dayOf, ofHour } from '../day/arrivals.mjs';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

test('the hours of a day should have all that comes in on it', () => {
	for (const certificates of [1, 37, 100_000, 1_000_000]) {
		const day = dayOf(certificates);
		for (const [name, count] of Object.entries(day)) {
			const sum = HOURS.reduce((total, hour) => total + arrivals(certificates, hour)[name], 0);
			assert.equal(sum, count, `${name} of ${certificates}`);
		}
	}
});

test('a day of 100,000 certificates should be that of the specification', () => {
	assert.deepEqual(dayOf(100_000), { questions: 80_000, grants: 40_000, decisions: 100, suspensions: 12 });
});

test('offices should do nothing at night, and declarations come in always', () => {
	assert.equal(arrivals(100_000, 3).decisions, 0);
	assert.ok(arrivals(100_000, 3).questions > 0);
	assert.ok(arrivals(100_000, 9).suspensions > 0);
});

test('shares that cannot be divided should be rounded without losing any', () => {
	assert.deepEqual([0, 1, 2].map((hour) => ofHour([1, 1, 1], 2, hour)), [1, 0, 1]);
});
