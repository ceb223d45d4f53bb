// Which day it is for an administration: the chain's days are days in its clocks, wherever an officer sits.

import type { Certificate } from '../words/status';
import { useAnswer } from './live';

/** The day of a moment, `2026-12-31`, so many minutes east of Greenwich. */
export function dayAt(moment: number, minutes: number): string {
	return new Date(moment + minutes * 60_000).toISOString().slice(0, 10);
}

/** Today in an administration, by the time of the last final block; empty before that is known. */
export function useToday(administration: string): string {
	const { answer } = useAnswer(`today ${administration}`, async (api) => {
		const territory = { type: administration } as Certificate['issuer'];
		const [found, now] = await Promise.all([
			api.query.Administrations.Administrations.getValue(territory),
			api.query.Timestamp.Now.getValue(),
		]);
		return dayAt(Number(now), found?.details.utc_offset ?? 0);
	});
	return answer ?? '';
}
