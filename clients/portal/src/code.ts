// What a code that was scanned says: a number to be looked up, or a link to a screen of a portal.

import { routeOf } from './route';

/** A text that can be a number of a trader or a certificate. */
const NUMBER = /^[\p{L}\d][\p{L}\d &./-]{3,59}$/u;

/** What a code leads to. */
export type Scanned = { kind: 'number'; number: string } | { kind: 'link'; hash: string };

/**
 * Reads a code. Of a link only the screen behind its `#` is taken, never the server before it: a code may lead
 * to a firm, not to a page of somebody else. None where it is neither.
 */
export function readCode(text: string): Scanned | undefined {
	const trimmed = text.trim();
	const number = /^urn:tin:(.+)$/i.exec(trimmed)?.[1] ?? trimmed;
	if (NUMBER.test(number)) {
		return { kind: 'number', number };
	}
	const link = /^https?:\/\/[^#]+(#\/.+)$/i.exec(trimmed)?.[1];
	return link !== undefined && leadsToFirm(link) ? { kind: 'link', hash: link } : undefined;
}

function leadsToFirm(hash: string): boolean {
	try {
		return ['trader', 'certificate', 'number'].includes(routeOf(hash).screen);
	} catch {
		// Escapes that mean nothing.
		return false;
	}
}
