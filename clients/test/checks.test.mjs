import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAt } from '../chain/clock.mjs';
import { clockWithMidnightSoon } from '../checks/scenarios/bolivia.mjs';

test('a clock should be found whose day ends soon, whatever the time', () => {
	for (let now = 1_795_521_600_000; now < 1_795_608_000_000; now += 421_337) {
		const { midnight, utcOffset } = clockWithMidnightSoon(now);
		assert.ok(midnight - now >= 60_000 && midnight - now <= 120_000, `at ${now}`);
		assert.ok(utcOffset >= -720 && utcOffset <= 840, `${utcOffset} at ${now}`);
		assert.notEqual(dayAt(utcOffset, midnight - 1), dayAt(utcOffset, midnight));
	}
});
