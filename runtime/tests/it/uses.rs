//! Uses of benefits on a chain of real blocks: in batches, told, sealed, removed, and first in an
//! incident.

use crate::{
	chain::{done, emitted, signed, Chain, Signer},
	native,
	scenarios::{
		ask, benefits, certify, chain, conclude, day, document, fails, grant, number, tin,
		COLOMBIA, COSTA_RICA, CR1, MEXICO, MX1, NOON, NUMBER, TIN,
	},
};
use aeo_primitives::{
	declaration_commitment,
	recognition::{Basis, Outcome, PathResult},
	sealed_use::SealedUse,
	tree::{is_proven, proof, root},
	Benefit, Direction, Identifier, IncidentKind, Requires, Role, Row, Rows, Territory,
};
use aeo_runtime::{queries, Benefits, Executive, Runtime, RuntimeEvent, System};
use aeo_runtime_api::{Question, Questions};
use pallet_benefits::{
	Call, Event, GrantRow, SealedCounter, SealedLine, SealedPeriod, SealedRecords, MAX_GRANTS,
};
use sp_core::H256;

const CO1: &str = "//CO//officer//1";

/// Mexico has certified an exporter, whom Costa Rica and Colombia recognise.
fn recognised() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, COLOMBIA, Some("2026-11-24"));
	});
	chain
}

fn rows(count: u32) -> Vec<GrantRow> {
	(1..=count)
		.map(|serial| GrantRow {
			declaration: declaration_commitment(&format!("CR-{serial}"), &[7; 32]),
			identifier: Identifier::Tin(tin(TIN)),
			role: Role::Exporter,
			direction: Direction::Import,
		})
		.collect()
}

#[test]
fn five_hundred_declarations_should_be_granted_in_one_transaction() {
	let mut chain = recognised();
	chain.block(|| {
		let rows = rows(MAX_GRANTS);
		done(CR1, Call::grant_many { rows });
		let granted = System::events()
			.into_iter()
			.filter(|record| {
				matches!(
					record.event,
					RuntimeEvent::Benefits(Event::BenefitsGranted { .. })
				)
			})
			.count();
		assert_eq!(granted, 500);
	});
	chain.read(|| {
		let page = queries::utilisation(Territory::CR, 0);
		assert_eq!((page.totals.granted, page.totals.live), (500, 500));
		assert_eq!((page.counters.len(), page.next_page), (2, None));
		assert!(page.counters.iter().all(|counter| counter.granted == 500));
		let latest = queries::uses_of(&tin(TIN), 0);
		assert_eq!((latest.len(), latest[0].place), (50, 499));
	});
}

/// What scenario 15 flags.
#[test]
fn a_grant_should_be_told_with_its_firm_and_its_certificate() {
	let mut chain = recognised();
	chain.block(|| done(CR1, grant(1)));
	chain.read(|| {
		let report = queries::grant(Territory::CR, H256::repeat_byte(1), Role::Exporter);
		let report = report.expect("it was granted");
		assert_eq!(report.tin.as_deref(), Some("MXNWM9709244W4"));
		assert_eq!(report.versions[0].certificate, number(NUMBER));
	});
}

/// From now on all legs from Mexico to Costa Rica give trade recovery too.
fn add_recovery() {
	pallet_agreements::Legs::<Runtime>::mutate(Territory::MX, Territory::CR, |legs| {
		for leg in legs {
			let further = Row {
				benefit: Benefit::TradeRecovery,
				requires: Requires::Either,
			};
			leg.terms.rows = Rows::new(leg.terms.rows.iter().chain([further])).expect("three");
		}
	});
}

/// Scenario 21, and the answer costs no read more for it: the mark comes with the grantor's record.
#[test]
fn scenario_21_an_incident_should_give_priority_and_cost_no_read() {
	let mut chain = recognised();
	chain.block(|| {
		add_recovery();
		assert!(!ask(Territory::CR).priority);
		let kind = IncidentKind::BorderClosure;
		done(
			CR1,
			Call::open_incident {
				kind,
				document: document(),
			},
		);
	});
	let reads = chain.reads(|| assert!(ask(Territory::CR).priority));
	assert_eq!(reads, 8);
	chain.block(|| {
		done(
			CR1,
			Call::close_incident {
				incident: 0,
				document: document(),
			},
		);
		let answer = ask(Territory::CR);
		assert!(!answer.priority && benefits(answer).contains(&Benefit::TradeRecovery));
		let incidents = queries::incidents(Territory::CR, 0);
		assert_eq!((incidents.len(), incidents[0].closed.is_some()), (1, true));
	});
}

/// Three years later the grant goes, and what it counted stays.
#[test]
fn old_grants_should_be_removed_by_their_grantor() {
	let mut chain = recognised();
	chain.block(|| done(CR1, grant(1)));
	chain.block(|| assert_eq!(fails(CR1, Call::prune { limit: 1 }), "NothingToPrune"));
	let years = 3 * 365 * 24 * 60 * 60 * 1_000;
	chain.skip_to(NOON + years + 60_000);
	chain.block(|| {
		done(CR1, Call::prune { limit: 100 });
		let page = queries::utilisation(Territory::CR, 0);
		assert_eq!(
			(page.totals.granted, page.totals.pruned, page.totals.live),
			(1, 1, 0)
		);
		assert_eq!(page.counters[0].live, 0);
		assert!(queries::uses_of(&tin(TIN), 0).is_empty());
	});
}

/// Colombia seals its uses: it evaluates at its own node, and a leaf proves one use.
#[test]
fn a_sealed_use_should_be_proven_by_its_leaf() {
	let mut chain = recognised();
	let leaf = chain.read(|| {
		let Outcome::Granted(entitlements) = ask(Territory::CO).outcome else {
			panic!("it is recognised")
		};
		SealedUse {
			grantor: Territory::CO,
			declaration: declaration_commitment("CO-1", &[7; 32]),
			role: Role::Exporter,
			direction: Direction::Import,
			trader: queries::certificates_of(&tin(TIN)).expect("a number")[0].trader,
			entitlements,
			versions: std::collections::BTreeMap::from([(number(NUMBER), 1)])
				.try_into()
				.expect("one"),
			block: System::block_number(),
			at: NOON,
		}
	});
	let leaves = [leaf.hash(), H256::repeat_byte(1), H256::repeat_byte(2)];
	chain.block(|| {
		assert_eq!(fails(CO1, grant(1)), "UsesAreSealed");
		let counters: Vec<_> = leaf
			.entitlements
			.iter()
			.map(|given| SealedCounter {
				basis: given.basis,
				benefit: given.benefit,
				direction: Direction::Import,
				count: 3,
			})
			.collect();
		let holder = H256::repeat_byte(9);
		let lines = vec![SealedLine {
			holder,
			blob: vec![1, 2, 3],
		}];
		let today = day("2026-11-24");
		let period = SealedPeriod {
			from: today,
			until: today,
		};
		done(
			CO1,
			Call::record_sealed {
				period: period.into(),
				root: root(&leaves),
				leaves: 3,
				counters,
				lines,
			},
		);
		assert!(emitted(Event::<Runtime>::UsesSealed {
			grantor: Territory::CO,
			record: 0,
			period,
			root: root(&leaves),
			leaves: 3,
			lines: 1,
			by: CO1.account(),
		}));
	});
	chain.read(|| {
		let record = SealedRecords::<Runtime>::get(Territory::CO, 0).expect("it is recorded");
		let proof = proof(&leaves, 0).expect("it is there");
		assert!(is_proven(
			record.root,
			record.leaves,
			0,
			&proof,
			leaf.hash()
		));
		let page = queries::utilisation(Territory::CO, 0);
		assert_eq!((page.totals.sealed, page.totals.sealed_periods), (3, 1));
		assert!(page
			.counters
			.iter()
			.all(|counter| (counter.granted, counter.sealed) == (0, 3)));
	});
}

#[test]
fn an_explanation_should_tell_every_leg() {
	let mut chain = recognised();
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, None);
	});
	chain.read(|| {
		let identifier = Identifier::Tin(tin(TIN));
		let explained = queries::explain(
			Territory::CR,
			&identifier,
			Role::Exporter,
			Direction::Import,
		);
		let explained = explained.expect("it is an administration");
		let results: Vec<_> = explained
			.paths
			.iter()
			.map(|path| (path.basis, matches!(path.result, PathResult::Counted(_))))
			.collect();
		assert_eq!(
			results,
			[
				(Some(Basis::Agreement(1)), true),
				(Some(Basis::Agreement(3)), false)
			]
		);
		assert_eq!(explained.answer, ask(Territory::CR));
	});
}

#[test]
fn many_questions_should_have_the_answers_of_each() {
	let mut chain = recognised();
	chain.read(|| {
		let question = |role| Question {
			identifier: Identifier::Tin(tin(TIN)),
			role,
			direction: Direction::Import,
		};
		let roles = Role::ALL.iter().cycle().take(1_000);
		let questions: Vec<_> = roles.copied().map(question).collect();
		let answers = queries::evaluate_many(Territory::CR, &questions).expect("it is one");
		assert_eq!(answers.len(), 1_000);
		for (question, answer) in questions.iter().zip(answers).take(11) {
			let alone = Benefits::evaluate(
				Territory::CR,
				&question.identifier,
				question.role,
				question.direction,
			);
			assert_eq!(alone, Some(answer));
		}
		assert_eq!(queries::evaluate_many(Territory::JP, &questions), None);
		let questions: Questions = questions.try_into().expect("as many as a list may have");
		for grantor in [Territory::CR, Territory::JP] {
			native::ensure_alike("AeoApi_evaluate_many", &(grantor, &questions));
		}
	});
}

/// The largest batch fits into a block beside others, whatever its rows are.
#[test]
fn the_largest_batch_should_be_let_into_a_block() {
	let mut chain = recognised();
	chain.block(|| {
		let rows = rows(MAX_GRANTS);
		let batch = signed(CR1, Call::grant_many { rows });
		let other = pallet_agreements::Call::retract { agreement: 9 };
		assert!(Executive::apply_extrinsic(signed(MX1, other)).is_ok());
		Executive::apply_extrinsic(batch)
			.expect("the extrinsic is valid")
			.expect("the call succeeds");
	});
}
