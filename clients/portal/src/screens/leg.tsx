// What one administration gives for the certificates of another, agreement by agreement.

import { stateOf, type Leg, type Pair } from '../chain/agreements';
import { Facts } from '../parts';
import { rolesOf } from '../words/status';
import { useWords } from '../words/words';

/** The legs of a pair. */
export function PairView({ pair: { issuer, grantor, legs } }: { pair: Pair }) {
	const { words } = useWords();
	const names = { issuer: words.territory(issuer), grantor: words.territory(grantor) };
	return (
		<section aria-live="polite">
			<h2>{words.say('leg-title', names)}</h2>
			{legs.length === 0 && <p>{words.say('leg-waiting')}</p>}
			{legs.map((leg) => (
				<LegView key={`${leg.agreement} ${leg.version}`} leg={leg} />
			))}
		</section>
	);
}

/** A leg in detail. */
function LegView({ leg }: { leg: Leg }) {
	const { words } = useWords();
	const { state, offer, consent, until, suspended_by: by, unknown_types: unknown } = leg;
	const types = (all: typeof offer.types) => all.map(({ code, programme }) => `${code} (${programme})`).join(', ');
	const from = state.type === 'InForce' || state.type === 'NoticeGiven' ? state.value.from : undefined;
	const rows: [string, string | undefined][] = [
		['leg-state', words.say(`leg-${stateOf([leg])}`)],
		['leg-since', from && words.day(from)],
		['leg-until', until && words.day(until)],
		['leg-suspended-by', by.length > 0 ? words.list(by.map(({ type }) => words.territory(type))) : undefined],
		['fact-type', types(offer.types)],
		['leg-unknown-types', unknown.length > 0 ? types(unknown) : undefined],
		['fact-roles', rolesOf(words, offer.roles)],
		['leg-directions', words.list(offer.directions.map(({ type }) => words.say(`kind-${type}`)))],
		['leg-consent', words.say(`consent-${consent.type}`)],
		['leg-declare', declaredAs()],
	];
	return (
		<article className="leg-detail">
			<h3>{words.say('basis-Agreement', { agreement: String(leg.agreement) })}</h3>
			<Facts rows={rows.flatMap(([id, value]) => (value === undefined ? [] : [[words.say(id), value]]))} />
			<h4>{words.say('leg-benefits')}</h4>
			<ul className="benefits">
				{offer.rows.map(({ benefit, requires }) => (
					<li key={`${benefit.type} ${requires.type}`}>
						{words.say(`benefit-${benefit.type}`)}
						{requires.type !== 'Either' && ` (${words.say(`requires-${requires.type}`)})`}
					</li>
				))}
			</ul>
		</article>
	);

	/** How a declaration names the foreign firm. */
	function declaredAs(): string {
		const { code, place, number, prefix, number_place: where, manifest_place: manifest } = leg.declare_as;
		const scheme = number.type === 'Alias' ? number.value.type : '';
		return [
			code === '' ? '' : words.say('declare-code', { code, place }),
			words.say(`declared-${number.type}`, { place: where, prefix: prefix === '' ? 'None' : prefix, scheme }),
			manifest === '' ? '' : words.say('declare-manifest', { place: manifest }),
		]
			.join(' ')
			.trim();
	}
}
