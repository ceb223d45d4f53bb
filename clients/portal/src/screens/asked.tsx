// Applications that are not decided, and what holders ask for: each leads to its certificate, where it is decided.

import type { Api } from '../chain/connection';
import { useAnswer } from '../chain/live';
import { Answered } from '../parts';
import { linkTo } from '../route';
import type { Certificate } from '../words/status';
import { useWords } from '../words/words';
import { askedFor } from './asks';

/** How many certificates are on a page of the chain's. */
const PAGE = 50;

/** The most pages that are read for applications, the latest first. */
const MOST_PAGES = 20;

const isApplication = ({ state }: Certificate) => state.type === 'Applied' || state.type === 'Accepted';

interface Found {
	certificates: Certificate[];
	/** How many applications are older than those that were looked through. */
	more: number;
}

/** The latest applications: as many as there are, of the last pages. */
async function applicationsOf(api: Api, issuer: Certificate['issuer']): Promise<Found> {
	const { answer } = await api.apis.AeoApi.counts(issuer);
	const waiting = answer.states.filter(({ state }) => state.type === 'Applied' || state.type === 'Accepted');
	const wanted = waiting.reduce((sum, { count }) => sum + count, 0);
	const last = Math.ceil(answer.ordinals / PAGE) - 1;
	const found: Certificate[] = [];
	for (let page = last; page >= 0 && page > last - MOST_PAGES && found.length < wanted; page -= 1) {
		const { answer: certificates } = await api.apis.AeoApi.certificates_by_issuer(issuer, page);
		found.push(...certificates.filter(isApplication).reverse());
	}
	return { certificates: found, more: Math.max(0, wanted - found.length) };
}

/** The certificates whose holders' accounts ask for something. */
async function wishesOf(api: Api, issuer: Certificate['issuer']): Promise<Certificate[]> {
	const entries = await api.query.Certificates.Askers.getEntries(issuer);
	const asked = await Promise.all(
		entries.map(async ({ keyArgs: [, number] }) => (await api.apis.AeoApi.certificate(issuer, number)).answer),
	);
	return asked.filter((one) => one !== undefined && askedFor(one).length > 0) as Certificate[];
}

/** What an administration is asked for. */
export function Asked({ issuer }: { issuer: Certificate['issuer'] }) {
	const { words } = useWords();
	const asked = useAnswer(`asked ${issuer.type}`, async (api) => {
		const [{ certificates, more }, wishes] = await Promise.all([
			applicationsOf(api, issuer),
			wishesOf(api, issuer),
		]);
		return { certificates: [...certificates, ...wishes], more };
	});
	return (
		<section>
			<h2>{words.say('work-asked')}</h2>
			<Answered asked={asked}>
				{({ certificates, more }) => (
					<>
						{certificates.length === 0 && more === 0 && <p>{words.say('work-nothing')}</p>}
						<ul>
							{certificates.map((one) => (
								<li key={one.number}>
									<a href={linkTo('certificate', issuer.type, one.number)}>{one.number}</a> ({one.tin}):{' '}
									{isApplication(one)
										? words.say(`state-${one.state.type}`)
										: words.list(askedFor(one).map((wish) => words.say(`wish-${wish}`)))}
								</li>
							))}
						</ul>
						{more > 0 && <p className="hint">{words.say('work-asked-more', { count: more })}</p>}
					</>
				)}
			</Answered>
		</section>
	);
}
