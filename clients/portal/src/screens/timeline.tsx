// What a certificate was: its periods as a line of time, the latest first.

import { useState } from 'react';
import { useAnswer } from '../chain/live';
import { Answered } from '../parts';
import { rolesOf, type Certificate } from '../words/status';
import { useWords } from '../words/words';

/** How many periods are on a page of the chain's. */
const PAGE = 50;

/** The history of a certificate. */
export function Timeline({ certificate: { issuer, number, version } }: { certificate: Certificate }) {
	const { words } = useWords();
	const [page, setPage] = useState(0);
	const asked = useAnswer(`history ${issuer.type} ${number} ${version} ${page}`, async (api) => {
		return (await api.apis.AeoApi.history(issuer, number, page)).answer;
	});
	return (
		<section>
			<h3>{words.say('history-title')}</h3>
			<Answered asked={asked}>
				{(periods) => (
					<>
						<ol className="timeline">
							{periods.map((period) => (
								<li key={period.version} className={period.state.type}>
									<strong>{words.say(`period-${period.state.type}`)}</strong>{' '}
									<span>{words.say('history-from', { from: words.moment(period.from) })}</span>
									<br />
									<span className="hint">
										{words.say('history-known', {
											known: words.moment(period.known_from),
											block: period.block,
										})}{' '}
										{words.say(`ground-${period.decided.ground.type}`)}{' '}
										{rolesOf(words, period.roles)}
										{period.validity?.until !== undefined &&
											`, ${words.say('history-until', { until: words.day(period.validity.until) })}`}{' '}
										{period.voids !== undefined && words.say('history-voids')}
									</span>
								</li>
							))}
						</ol>
						<Pages page={page} isLast={periods.length < PAGE} choose={setPage} />
					</>
				)}
			</Answered>
		</section>
	);
}

/** Leads to the page before and after; nothing where there is one page. */
export function Pages({
	page,
	isLast,
	choose,
}: {
	page: number;
	isLast: boolean;
	choose: (page: number) => void;
}) {
	const { words } = useWords();
	if (page === 0 && isLast) {
		return null;
	}
	return (
		<p className="row">
			<button type="button" disabled={page === 0} onClick={() => choose(page - 1)}>
				{words.say('portal-newer')}
			</button>
			<button type="button" disabled={isLast} onClick={() => choose(page + 1)}>
				{words.say('portal-older')}
			</button>
		</p>
	);
}
