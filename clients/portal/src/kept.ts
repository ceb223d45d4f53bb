// What outlives a reload: what was typed in this tab, and what was chosen in this browser. Never a key.

import { useState } from 'react';

/** What was chosen in this browser. */
export function kept(name: string): string | undefined {
	return localStorage.getItem(`aeo.${name}`) ?? undefined;
}

/** Keeps what was chosen in this browser. */
export function keep(name: string, value: string) {
	localStorage.setItem(`aeo.${name}`, value);
}

/** What is typed into a field, which a reload of the page or a failure leaves as it is. */
export function useTyped(name: string, first = ''): [string, (value: string) => void] {
	const key = `aeo.typed.${name}`;
	const [value, setValue] = useState(() => sessionStorage.getItem(key) ?? first);
	return [
		value,
		(typed) => {
			typeInto(name, typed);
			setValue(typed);
		},
	];
}

/** Types into a field that is not shown yet. */
export function typeInto(name: string, value: string) {
	sessionStorage.setItem(`aeo.typed.${name}`, value);
}

/** Forgets what was typed into a field, once it has done its work. */
export function forgetTyped(name: string) {
	sessionStorage.removeItem(`aeo.typed.${name}`);
}
