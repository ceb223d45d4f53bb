// Who acts in the scenarios: pairs of officers enough to do many things at a time, and firms with
// keys of their own.

import { documentOf, together } from '../../chain/calls.mjs';
import { localDay } from '../../chain/clock.mjs';
import { takeOver } from '../../firms/taking-over.mjs';

/** How many desks the founders have, with two officers each. */
const DESKS = { MX: 6, PE: 8 };

/** The places of officers before that of the first desk are other checks'. */
const FIRST_PLACE = 11;

/** What an officer at a desk may do. */
const SCOPES = ['Identities', 'Certification', 'Suspension', 'Risk', 'Clearance'];

/** The world after the story. */
export class World {
	#free = new Map();

	/** `story` was told to its end, `pairOf` turns a derivation path into a key pair. */
	constructor(story, pairOf) {
		this.story = story;
		this.chain = story.stage.chainOf('CR');
		this.pairOf = pairOf;
	}

	/** Appoints the officers of the founders. */
	async open() {
		await Promise.all(
			Object.entries(DESKS).map(([territory, desks]) => {
				const calls = this.#appointments(territory, desks);
				return this.chain.submitWell(together(this.chain.api, calls), this.own(territory));
			}),
		);
	}

	/** The calls that appoint the officers of so many desks. */
	#appointments(territory, desks) {
		const officers = Array.from({ length: 2 * desks }, (_, place) => {
			return this.story.cast.officer(territory, FIRST_PLACE + place);
		});
		this.#free.set(territory, officers);
		return officers.map(({ address }) => {
			return this.chain.api.tx.administrations.appointOfficer(address, SCOPES);
		});
	}

	/** The two officers of a desk that nobody has taken yet. */
	desk(territory) {
		const desk = this.#free.get(territory).splice(0, 2);
		if (desk.length === 0) {
			throw new Error(`All desks of ${territory} are taken. Have more appointed.`);
		}
		return desk;
	}

	/** The own account of an administration. */
	own(territory) {
		return this.story.cast.own(territory);
	}

	/** The local day of an administration, so many days from now. */
	day(territory, shift = 0) {
		return localDay(territory, Date.now() + shift * 86_400_000);
	}

	/** Firms with certificates, which the officers of a desk take over. */
	async certified(desk, rows) {
		await takeOver(this.chain, desk, rows);
		return rows;
	}

	/** Links an account to a registered firm, and gives its keys. */
	link([officer], firm) {
		return this.#link(officer, firm, []);
	}

	/** Registers a firm, which has no certificate, and links an account to it. Gives its keys. */
	enlist([officer], firm) {
		const consent = documentOf(`Consent of ${firm.tin} to publication`);
		return this.#link(officer, firm, [
			this.chain.api.tx.identities.register(firm.tin, consent),
		]);
	}

	async #link(officer, { tin }, calls) {
		const { chain } = this;
		const { tx } = chain.api;
		const holder = this.story.cast.firm(tin);
		const offer = tx.identities.offerAccount(tin, holder.address, null);
		await chain.submitWell(together(chain.api, [...calls, offer]), officer);
		await chain.submitWell(tx.identities.acceptAccount(tin), holder);
		return holder;
	}
}
