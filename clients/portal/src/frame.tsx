// What is around every screen: where one is, who answers, and how old that is.

import { useEffect, useRef, useState } from 'react';
import { useSession } from './chain/account';
import { SILENT, useLive } from './chain/live';
import { Text } from './parts';
import { linkTo, useRoute, type Route } from './route';
import { AgreementsScreen } from './screens/agreements';
import { CertificateScreen, NumberScreen, TraderScreen } from './screens/certificate';
import { CertifyScreen } from './screens/certify';
import { CouncilScreen } from './screens/council';
import { FindScreen } from './screens/find';
import { KeyScreen } from './screens/key';
import { ListScreen } from './screens/list';
import { MineScreen } from './screens/mine';
import { SourceScreen } from './screens/source';
import { WorkScreen } from './screens/work';
import { LANGUAGE_NAMES, LANGUAGES, useWords, type Language } from './words/words';

/** The page. */
export function Frame() {
	const { words } = useWords();
	const route = useRoute();
	const main = useRef<HTMLElement>(null);
	const place = JSON.stringify(route);
	const first = useRef(place);
	useEffect(() => {
		// Who hears the page, or uses it by keyboard, goes on where the new screen begins.
		if (first.current !== place) {
			first.current = '';
			main.current?.focus();
			scrollTo(0, 0);
		}
	}, [place]);
	return (
		<>
			<a className="skip" href="#main" onClick={(event) => {
				event.preventDefault();
				main.current?.focus();
			}}>
				{words.say('portal-skip')}
			</a>
			<header>
				<a className="brand" href="#/">
					<img src="./icon.svg" alt="" width="28" height="28" />
					{words.say('portal-title')}
				</a>
				<LanguageChoice />
				<Navigation route={route} />
			</header>
			<SourceBar />
			<main id="main" ref={main} tabIndex={-1}>
				<Screen key={place} route={route} />
			</main>
			<footer>
				<p>{words.say('portal-footer')}</p>
			</footer>
		</>
	);
}

function Screen({ route }: { route: Route }) {
	switch (route.screen) {
		case 'trader':
			return <TraderScreen tin={route.tin} />;
		case 'certificate':
			return <CertificateScreen issuer={route.issuer} number={route.number} />;
		case 'number':
			return <NumberScreen number={route.number} />;
		case 'work':
			return <WorkScreen />;
		case 'certify':
			return <CertifyScreen />;
		case 'list':
			return <ListScreen />;
		case 'agreements':
			return <AgreementsScreen />;
		case 'council':
			return <CouncilScreen />;
		case 'mine':
			return <MineScreen />;
		case 'key':
			return <KeyScreen />;
		case 'source':
			return <SourceScreen />;
		case 'find':
			return <FindScreen />;
	}
}

function Navigation({ route }: { route: Route }) {
	const { words } = useWords();
	const { signing, role } = useSession();
	const screens = [
		['find', ''],
		...(role?.kind === 'officer' ? [['work', 'work']] : []),
		...(role?.kind === 'holder' ? [['mine', 'mine']] : []),
		['agreements', 'agreements'],
		['council', 'council'],
	] as [Route['screen'], string][];
	return (
		<nav aria-label={words.say('nav-label')}>
			{screens.map(([screen, link]) => (
				<a key={screen} href={linkTo(link)} aria-current={route.screen === screen ? 'page' : undefined}>
					{words.say(`nav-${screen}`)}
				</a>
			))}
			<a className="key" href={linkTo('key')} aria-current={route.screen === 'key' ? 'page' : undefined}>
				{signing === undefined
					? words.say('nav-key')
					: signing.name || `${signing.address.slice(0, 6)}…`}
			</a>
		</nav>
	);
}

function LanguageChoice() {
	const { words, choose } = useWords();
	return (
		<select
			className="language"
			aria-label={words.say('portal-language')}
			value={words.language}
			onChange={(event) => choose(event.target.value as Language)}
		>
			{LANGUAGES.map((language) => (
				<option key={language} value={language} lang={language}>
					{LANGUAGE_NAMES[language]}
				</option>
			))}
		</select>
	);
}

/** Seconds since, counted on while it is shown. */
function useAge(since: number | undefined): number | undefined {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 1_000);
		return () => clearInterval(timer);
	}, []);
	return since === undefined ? undefined : Math.max(0, Math.round((now - since) / 1_000));
}

/** Who answers, what is final, and how old it is. */
function SourceBar() {
	const { words } = useWords();
	const { source, reached, final } = useLive();
	const age = useAge(final?.heard);
	const isOld = age !== undefined && age * 1_000 > SILENT;
	const isWell = reached === 'connected' && !isOld;
	const who =
		source.kind === 'light'
			? words.say('source-light')
			: words.say('source-node', { address: source.address });
	// That it takes some seconds to begin is no trouble.
	const isBeginning = reached === 'connecting' && final === undefined;
	const trouble = reached === 'connected' && isOld ? 'silent' : reached;
	return (
		<div className={`source ${isWell ? source.kind : isBeginning ? 'beginning' : 'unwell'}`}>
			<p>
				<strong>{who}</strong>{' '}
				{final !== undefined && words.say('source-final', { block: final.number, age: age ?? 0 })}{' '}
				<a href={linkTo('source')}>{words.say('source-change')}</a>
			</p>
			<p className="printed">
				{words.say('printed-when', { now: new Date(), address: location.href })}
			</p>
			<p role="status" className="trouble">
				<Text>{isWell ? '' : words.say(`reached-${trouble}`, { kind: source.kind })}</Text>
			</p>
		</div>
	);
}
