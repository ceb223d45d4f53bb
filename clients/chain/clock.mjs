// Days and clocks: dates are the local days of an administration.

import { ADMINISTRATIONS } from '../network/participants.mjs';

/** The local day of an administration at a moment (milliseconds UTC), `2026-12-31`. */
export function localDay(territory, moment) {
	return dayAt(ADMINISTRATIONS[territory].utcOffset, moment);
}

/** The local day of an administration now. */
export function today(territory) {
	return localDay(territory, Date.now());
}

/** The clock of an administration at a moment, `10:03:21`. */
export function localClock(territory, moment) {
	return timeAt(ADMINISTRATIONS[territory].utcOffset, moment).slice(11, 19);
}

/** The day at a moment where clocks are so many minutes ahead of UTC. */
export function dayAt(utcOffset, moment) {
	return timeAt(utcOffset, moment).slice(0, 10);
}

function timeAt(utcOffset, moment) {
	return new Date(moment + utcOffset * 60_000).toISOString();
}
