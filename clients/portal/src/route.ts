// Which screen is shown: what stands behind the `#` of the address, so that a link to it can be kept.

import { useSyncExternalStore } from 'react';

/** A screen. */
export type Route =
	| { screen: 'find' }
	| { screen: 'trader'; tin: string }
	| { screen: 'certificate'; issuer: string; number: string }
	| { screen: 'number'; number: string }
	| { screen: 'work' | 'certify' | 'list' | 'agreements' | 'council' | 'mine' | 'key' | 'source' };

/** The screens that need nothing said. */
const PLAIN = ['work', 'certify', 'list', 'agreements', 'council', 'mine', 'key', 'source'] as const;

/** The screen of an address's end. */
export function routeOf(hash: string): Route {
	const [screen, first, second] = partsOf(hash);
	if (screen === 'tin' && first) {
		return { screen: 'trader', tin: first };
	}
	if (screen === 'certificate' && first && second) {
		return { screen: 'certificate', issuer: first, number: second };
	}
	if (screen === 'number' && first) {
		return { screen: 'number', number: first };
	}
	const plain = PLAIN.find((one) => one === screen);
	return plain === undefined ? { screen: 'find' } : { screen: plain };
}

/** The parts of an address's end; none where it is not written as addresses are. */
function partsOf(hash: string): string[] {
	try {
		return hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
	} catch {
		return [];
	}
}

/** The address's end of a screen. */
export function linkTo(...parts: string[]): string {
	return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Shows a screen. */
export function goTo(...parts: string[]) {
	location.hash = linkTo(...parts);
}

/** The screen that is shown. */
export function useRoute(): Route {
	const hash = useSyncExternalStore(
		(changed) => {
			addEventListener('hashchange', changed);
			return () => removeEventListener('hashchange', changed);
		},
		() => location.hash,
	);
	return routeOf(hash);
}
