//! Suspensions, one after another and over each other, as partners see them; what one grantor does
//! for itself.

use crate::{
	chain::{done, emitted, Chain, MX},
	scenarios::{
		ask, benefits, certify, chain, conclude, day, denial, document, fails, kind, number,
		suspend, written, BOTH, COSTA_RICA, CR1, MEXICO, MX1, MX2, NUMBER, PERU, TIN,
	},
};
use aeo_primitives::{
	recognition::{Denial, Outcome},
	Benefit, CertificateState, Ground, Halves, ProgrammeType, Subject, Suspension, SuspensionEnd,
	SuspensionScope, Territory,
};
use aeo_runtime::{queries, Certificates, Runtime, RuntimeCall};
use frame_support::BoundedVec;
use pallet_certificates::{CertificateRecord, Programmes};
use pallet_suspensions::Proposals;
use SuspensionEnd::{DecisionAfter, Open, ResumesAfter};
use SuspensionScope::{Customs, Full, Security};

/// The first moments after 31 December 2026 and 31 January 2027 in Mexico.
const NEW_YEAR: u64 = 1_798_783_200_000;
const FEBRUARY: u64 = 1_801_461_600_000;

/// What is left when the customs half is suspended, and when the security half is.
const SECURITY_ROWS: [Benefit; 1] = [Benefit::FewerInspections];
const CUSTOMS_ROWS: [Benefit; 1] = [Benefit::FewerDocumentChecks];

/// Mexico has certified a company, and Costa Rica and Peru recognise it.
fn certified() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, PERU, Some("2026-11-24"));
	});
	chain
}

fn suspending(scope: SuspensionScope, end: SuspensionEnd, ground: Ground) -> RuntimeCall {
	pallet_suspensions::Call::suspend {
		subject: Subject::Number(written(NUMBER)),
		scope,
		end: end.into(),
		ground,
		document: document(),
	}
	.into()
}

/// Suspends in the block under way, in the name of the authority.
fn suspend_until(scope: SuspensionScope, end: SuspensionEnd) {
	done(MX1, suspending(scope, end, Ground::Authority));
}

fn proposing(scope: SuspensionScope) -> RuntimeCall {
	pallet_suspensions::Call::propose_reinstatement {
		number: written(NUMBER),
		scope,
		ground: Ground::Authority,
		document: document(),
	}
	.into()
}

/// The confirmation of the reinstatement that waits.
fn confirming() -> RuntimeCall {
	let waiting = Proposals::<Runtime>::get(Territory::MX, number(NUMBER)).expect("it is proposed");
	pallet_suspensions::Call::confirm_reinstatement {
		number: written(NUMBER),
		proposal: waiting.number,
	}
	.into()
}

/// Reinstates, in one block: nothing has to wait.
fn reinstate(chain: &mut Chain, scope: SuspensionScope) {
	chain.free_block(|| {
		done(MX1, proposing(scope));
		done(MX2, confirming());
	});
}

fn record() -> CertificateRecord {
	Certificates::certificate(Territory::MX, &number(NUMBER)).expect("it is there")
}

/// What Costa Rica gives; nothing where it refuses because of a suspension.
fn given() -> Vec<Benefit> {
	match ask(Territory::CR).outcome {
		Outcome::Denied { denial, .. } => {
			assert_eq!(denial, Denial::Suspended);
			vec![]
		}
		Outcome::Granted(_) => benefits(ask(Territory::CR)),
	}
}

#[test]
fn several_suspensions_in_a_row_should_each_stop_and_each_be_reinstated() {
	let mut chain = certified();
	for round in 0..3 {
		chain.free_block(|| {
			assert_eq!(given(), BOTH, "{round}");
			suspend_until(Full, Open);
			assert_eq!(given(), []);
		});
		reinstate(&mut chain, Full);
	}
	chain.read(|| {
		assert_eq!(given(), BOTH);
		let record = record();
		assert_eq!((record.version, record.periods), (7, 7));
		let states: Vec<_> = Certificates::history(Territory::MX, &number(NUMBER), 0)
			.into_iter()
			.map(|period| period.state)
			.collect();
		let suspended = CertificateState::Suspended(Suspension {
			scope: Full,
			end: Open,
		});
		let authorised = CertificateState::Authorised;
		assert_eq!(
			states,
			[authorised, suspended, authorised, suspended, authorised, suspended, authorised]
		);
	});
}

/// Every kind of end under every other: nothing comes back before the later one, and by the clock
/// only where both orders say so.
#[test]
fn a_suspension_over_another_should_last_as_long_as_the_longer_one() {
	let (earlier, later) = (day("2026-12-31"), day("2027-01-31"));
	let ends = [
		ResumesAfter(earlier),
		ResumesAfter(later),
		DecisionAfter(earlier),
		DecisionAfter(later),
		Open,
	];
	for first in ends {
		for second in ends {
			let mut chain = certified();
			chain.block(|| {
				suspend_until(Customs, first);
				assert_eq!(given(), SECURITY_ROWS);
				suspend_until(Security, second);
				assert_eq!(given(), []);
			});
			let (resumes, last) = match (first, second) {
				(ResumesAfter(first), ResumesAfter(second)) => (true, first.max(second)),
				_ => (false, later),
			};
			for (moment, day) in [(NEW_YEAR, earlier), (FEBRUARY, later)] {
				chain.skip_to(moment - 3_000);
				chain.block(|| assert_eq!(given(), [], "{first:?} {second:?}"));
				if resumes && day == last {
					chain.block(|| assert_eq!(given(), BOTH, "{first:?} {second:?}"));
					break;
				}
				chain.block(|| assert_eq!(given(), [], "{first:?} {second:?}"));
			}
			if !resumes {
				reinstate(&mut chain, Full);
				chain.read(|| assert_eq!(given(), BOTH, "{first:?} {second:?}"));
			}
		}
	}
}

/// The same scope again: a longer order counts, a shorter one changes nothing and says so.
#[test]
fn a_second_order_should_lengthen_a_suspension_and_never_shorten_it() {
	let (earlier, later) = (day("2026-12-31"), day("2027-01-31"));
	for (shorter, longer) in [
		(ResumesAfter(earlier), ResumesAfter(later)),
		(ResumesAfter(later), DecisionAfter(earlier)),
		(DecisionAfter(earlier), DecisionAfter(later)),
		(DecisionAfter(later), Open),
		(ResumesAfter(later), Open),
	] {
		let mut chain = certified();
		chain.block(|| {
			suspend_until(Full, shorter);
			suspend_until(Full, longer);
			let expected = CertificateState::Suspended(Suspension {
				scope: Full,
				end: longer,
			});
			assert_eq!(record().state, expected);
			for order in [shorter, longer] {
				let call = suspending(Full, order, Ground::Authority);
				assert_eq!(fails(MX1, call), "CertificateSuspendedAlready");
			}
			assert_eq!(record().state, expected);
		});
	}
}

#[test]
fn one_half_and_then_the_other_should_be_suspended_and_reinstated() {
	for (first, left, second) in [
		(Customs, SECURITY_ROWS, Security),
		(Security, CUSTOMS_ROWS, Customs),
	] {
		let mut chain = certified();
		chain.block(|| {
			suspend_until(first, Open);
			assert_eq!(given(), left);
			// What is not suspended is not reinstated.
			assert_eq!(fails(MX1, proposing(second)), "CertificateNotSuspended");
			suspend_until(second, Open);
			assert_eq!(given(), []);
		});
		reinstate(&mut chain, second);
		chain.block(|| {
			assert_eq!(given(), left);
			assert_eq!(fails(MX1, proposing(second)), "CertificateNotSuspended");
		});
		reinstate(&mut chain, first);
		chain.read(|| {
			assert_eq!(given(), BOTH);
			assert_eq!(record().state, CertificateState::Authorised);
		});
	}
}

#[test]
fn a_certificate_should_be_suspended_and_reinstated_only_in_a_half_that_it_has() {
	for (halves, its, lacking) in [
		(Halves::Customs, Customs, Security),
		(Halves::Security, Security, Customs),
	] {
		let mut chain = chain();
		chain.block(|| {
			let types = vec![ProgrammeType {
				code: kind("OEA").code,
				halves,
			}];
			let code = kind("OEA").programme;
			let mut programme =
				Programmes::<Runtime>::get(Territory::MX, &code).expect("a preset's");
			programme.types = types.try_into().expect("one");
			done(
				MX,
				pallet_certificates::Call::set_programme {
					code: code.into(),
					programme: programme.into(),
				},
			);
			certify(NUMBER, TIN, None);
			conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
			// The type's whole is the one half: nothing is left without it.
			let refused = suspending(lacking, Open, Ground::Authority);
			assert_eq!(fails(MX1, refused), "TypeLacksThisHalf");
			assert_eq!(given(), BOTH);
			suspend_until(its, Open);
			assert_eq!(given(), []);
			assert_eq!(fails(MX1, proposing(lacking)), "TypeLacksThisHalf");
		});
		reinstate(&mut chain, its);
		chain.block(|| {
			assert_eq!(given(), BOTH);
			suspend_until(Full, Open);
			assert_eq!(given(), []);
		});
		// All that it has is that half, whatever the order was called.
		reinstate(&mut chain, its);
		chain.read(|| {
			assert_eq!(given(), BOTH);
			assert_eq!(record().state, CertificateState::Authorised);
		});
	}
}

#[test]
fn what_the_clock_has_resumed_should_be_suspended_anew_and_by_itself() {
	let mut chain = certified();
	chain.block(|| {
		suspend_until(Full, ResumesAfter(day("2026-12-31")));
		done(MX1, proposing(Full));
	});
	chain.skip_to(NEW_YEAR);
	chain.block(|| {
		// No transaction was needed; there is nothing left to reinstate.
		assert_eq!(given(), BOTH);
		assert_eq!(fails(MX2, confirming()), "ProposalLapsed");
		assert_eq!(fails(MX1, proposing(Full)), "CertificateNotSuspended");
		// The one that is over adds nothing to the next.
		suspend_until(Security, DecisionAfter(day("2027-01-31")));
		assert_eq!(given(), CUSTOMS_ROWS);
	});
	chain.skip_to(FEBRUARY);
	chain.block(|| assert_eq!(given(), CUSTOMS_ROWS));
	reinstate(&mut chain, Security);
	chain.read(|| {
		assert_eq!(given(), BOTH);
		assert_eq!(record().state, CertificateState::Authorised);
	});
}

/// Whoever names it, in whatever way, is told of a suspension from its extrinsic on (invariant I8).
#[test]
fn a_suspension_should_be_in_every_answer_of_its_block() {
	let mut chain = certified();
	chain.block(|| {
		for grantor in [Territory::CR, Territory::PE] {
			assert_eq!(benefits(ask(grantor)), BOTH);
		}
		suspend(MX1, Full);
		for grantor in [Territory::CR, Territory::PE, Territory::MX] {
			assert_eq!(denial(ask(grantor)), Denial::Suspended);
		}
		let status = queries::certificate(Territory::MX, &number(NUMBER)).expect("it is there");
		assert_eq!(status.obstacle, Some(Denial::Suspended));
		assert_eq!(status.suspended, Some(Full));
	});
}

/// Invariant I13.
#[test]
fn a_suspended_recognition_should_change_no_answer_of_another() {
	let mut chain = certified();
	chain.block(|| {
		let others = || [Territory::MX, Territory::PE, Territory::CO].map(ask);
		let (before, stored) = (others(), record());
		assert_eq!(benefits(before[1].clone()), BOTH);
		let suspend = pallet_suspensions::Call::suspend_recognition {
			issuer: Territory::MX,
			number: written(NUMBER),
			review_on: written("2027-01-31"),
			document: document(),
		};
		done(CR1, suspend);
		assert_eq!(denial(ask(Territory::CR)), Denial::RecognitionSuspended);
		assert_eq!(others(), before);
		assert_eq!(record(), stored);
	});
	// What changes nothing for it is not told to it.
	chain.block(|| {
		suspend_until(Full, Open);
		assert!(emitted(pallet_benefits::Event::BenefitsChanged {
			issuer: Territory::MX,
			number: number(NUMBER),
			version: 2,
			begin: BoundedVec::new(),
			end: BoundedVec::truncate_from(vec![Territory::PE]),
		}));
	});
}
