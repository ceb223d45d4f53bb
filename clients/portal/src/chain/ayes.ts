// What a motion of the council needs; docs/officer/governance.md has the same as a table, and a test compares.

/** How many ayes a call needs, of so many seats: docs/officer/governance.md. */
export function ayesNeeded(pallet: string, call: string, seats: number): number {
	const name = `${pallet}.${call}`;
	if (name === 'Administrations.switch_off_validator') {
		return Math.floor(seats / 2) + 1;
	}
	return Math.ceil((name === 'Administrations.expel' ? 3 / 4 : 2 / 3) * seats);
}
