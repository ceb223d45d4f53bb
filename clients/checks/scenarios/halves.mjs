// The two halves of a certificate, customs and security, one of which can be suspended.

import assert from 'node:assert/strict';
import { documentOf } from '../../chain/calls.mjs';
import { refusedAs } from '../checks.mjs';
import { firmOf } from '../firms.mjs';
import { answerOf, certificateOf, granted, verdictAt } from './facts.mjs';

/** What a firm of Bolivia gets in Costa Rica, by the half that each benefit requires. */
const ABROAD = {
	customs: ['FewerDocumentChecks'],
	security: ['FewerInspections'],
	either: ['PriorityInspection', 'PriorityClearance'],
};

/** The same at home. */
const AT_HOME = {
	customs: ['FewerDocumentChecks', 'ReducedData'],
	security: ['FewerInspections'],
	either: [],
};

/** Suspends the halves of a certificate of Bolivia one after the other. */
export async function checkHalves(checks, world) {
	const { chain } = world;
	const { tx } = chain.api;
	const desk = world.desk('BO');
	const [officer] = desk;
	const [firm, customsOnly] = await world.certified(desk, [
		firmOf('BO'),
		firmOf('BO', { type: 'AEOC' }),
	]);
	const document = documentOf(`Decision on ${firm.tin}`);
	const suspend = ({ certificate }, scope) => {
		const subject = { Number: certificate };
		return tx.suspensions.suspend(subject, scope, 'Open', 'Authority', document);
	};
	const reinstate = (scope) => {
		const decision = [firm.certificate, scope, 'Authority', document];
		return tx.suspensions.proposeReinstatement(...decision);
	};
	const benefits = async () => ({
		abroad: await benefitsAt(chain, 'CR', firm),
		atHome: await benefitsAt(chain, 'BO', firm),
	});
	await checks.that('with both halves a firm gets all benefits, abroad and at home', async () => {
		assert.deepEqual(await benefits(), withHalves('customs', 'security', 'either'));
	});
	await checks.that(
		'scenario 3: without the security half what requires it is dropped, abroad and at home',
		async () => {
			await chain.submitWell(suspend(firm, 'Security'), officer);
			assert.deepEqual(await benefits(), withHalves('customs', 'either'));
			const { in_force: inForce, suspended } = await certificateOf(chain, firm);
			assert.deepEqual([inForce, suspended], [true, 'Security']);
		},
	);
	await checks.that('scenario 3: without both halves nothing is left', async () => {
		await chain.submitWell(suspend(firm, 'Customs'), officer);
		assert.equal(await verdictAt(chain, 'CR', firm), 'Suspended');
		assert.equal(await verdictAt(chain, 'BO', firm), 'Suspended');
		assert.equal((await certificateOf(chain, firm)).suspended, 'Full');
	});
	await checks.that(
		'scenario 3: each half that is reinstated brings its benefits back',
		async () => {
			await chain.submitWell(reinstate('Security'), officer);
			assert.deepEqual(await benefits(), withHalves('security', 'either'));
			await chain.submitWell(reinstate('Customs'), officer);
			assert.deepEqual(await benefits(), withHalves('customs', 'security', 'either'));
		},
	);
	await checks.that('a half that a type has not cannot be suspended', () => {
		const call = suspend(customsOnly, 'Security');
		return refusedAs(chain, call, officer, 'certificates.TypeLacksThisHalf');
	});
}

async function benefitsAt(chain, grantor, firm) {
	const benefits = granted(await answerOf(chain, grantor, firm)).map(([benefit]) => benefit);
	return benefits.sort();
}

/** The benefits that require one of these halves. */
function withHalves(...halves) {
	const of = (benefits) => halves.flatMap((half) => benefits[half]).sort();
	return { abroad: of(ABROAD), atHome: of(AT_HOME) };
}
