//! `give_consent` and `withdraw_consent`.

use super::*;
use crate::{rules::consent::REST, CertificateRecord, ConsentStep, Consents, LastWithdrawal};
use aeo_primitives::{
	recognition::{
		Admissions, AgreementId, Consent, ConsentNeed, Leg, LegState, LegSummary, Offer, Standing,
		MAX_EXCEPTIONS,
	},
	Benefit, ConsentFor, ConsentLookup, Direction, Directions, EligibleRoles, Requires, Row, Rows,
};

/// A leg of an agreement from Mexico to Costa Rica.
fn leg(agreement: AgreementId, consent: ConsentNeed) -> LegSummary {
	LegSummary {
		grantor: Territory::CR,
		until: None,
		leg: Leg {
			agreement,
			signed_in: Admissions {
				issuer: 1,
				grantor: 1,
			},
			state: LegState::Pending,
			consent,
			offer: Offer {
				types: vec![kind("FAST", "FULL")].try_into().expect("few"),
				roles: EligibleRoles::new([Role::Exporter]).expect("one"),
				directions: Directions::new([Direction::Import]).expect("one"),
				rows: Rows::new([Row {
					benefit: Benefit::ReducedData,
					requires: Requires::Customs,
				}])
				.expect("one"),
			},
		},
	}
}

/// Mexico has these agreements, each with a leg that needs consent, and no others.
pub(crate) fn agree(agreements: &[AgreementId]) {
	let legs = agreements.iter().map(|id| leg(*id, ConsentNeed::Needed));
	LegsOfMexico::set(legs.collect());
}

/// The officer of Mexico who speaks for holders.
fn clerk() -> AccountId {
	officer(MX, Scope::Disclosure)
}

/// Says something of sharing the usual certificate.
pub(super) fn say(
	by: AccountId,
	given: bool,
	consent_for: ConsentFor,
	document: H256,
) -> DispatchResult {
	let (origin, number) = (signed(by), number(NUMBER).into());
	plain(if given {
		Certificates::give_consent(origin, number, consent_for, document)
	} else {
		Certificates::withdraw_consent(origin, number, consent_for, document)
	})
}

/// The holder says it by itself.
fn says(given: bool, consent_for: ConsentFor) -> DispatchResult {
	say(HOLDER, given, consent_for, H256::zero())
}

fn consent() -> Consent {
	record(NUMBER).consent
}

fn step(consent_for: ConsentFor) -> Option<ConsentStep<AccountId>> {
	Consents::<Test>::get((Territory::MX, number(NUMBER), consent_for))
}

const ONE: ConsentFor = ConsentFor::Agreement(1);

#[test]
fn give_consent_should_change_the_certificate_in_its_block_and_tell_of_it() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1]);
		let before = record(NUMBER);
		assert!(!before.consent.is_given(1));
		Told::take();
		assert_ok!(says(true, ONE));
		expect_event(Event::ConsentChanged {
			issuer: Territory::MX,
			number: number(NUMBER),
			consent_for: ONE,
			given: true,
			on_paper: false,
			by: HOLDER,
			document: H256::zero(),
		});
		let after = record(NUMBER);
		assert!(after.consent.is_given(1) && !after.consent.is_given(2));
		// Nothing else of it is another: version and periods stay.
		let same = CertificateRecord {
			consent: after.consent.clone(),
			..before.clone()
		};
		assert_eq!(after, same);
		let [(Territory::MX, changes)] = &Told::get()[..] else {
			panic!("it is told once")
		};
		assert_eq!(changes.len(), 1);
		assert_eq!(changes[0].version, before.version);
		assert_eq!(changes[0].before, Some(before.facts(&number(NUMBER))));
		assert_eq!(changes[0].after, after.facts(&number(NUMBER)));
		assert_eq!(
			step(ONE),
			Some(ConsentStep {
				given: true,
				on_paper: false,
				by: HOLDER,
				document: H256::zero(),
				at: NOON,
			})
		);
		assert_eq!(Certificates::last_withdrawal(Territory::MX), None);
	});
}

#[test]
fn withdraw_consent_should_take_it_back_and_note_the_block() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1]);
		assert_ok!(says(true, ONE));
		System::set_block_number(7);
		pass(1);
		Told::take();
		assert_ok!(says(false, ONE));
		expect_event(Event::ConsentChanged {
			issuer: Territory::MX,
			number: number(NUMBER),
			consent_for: ONE,
			given: false,
			on_paper: false,
			by: HOLDER,
			document: H256::zero(),
		});
		assert_eq!(consent().exceptions.len(), 0);
		assert!(step(ONE).is_some_and(|step| !step.given && step.at == NOON + 1));
		assert_eq!(Told::get().len(), 1);
		assert_eq!(Certificates::last_withdrawal(Territory::MX), Some(7));
		assert_eq!(Certificates::last_withdrawal(Territory::CR), None);
		// To give it again withdraws nothing.
		System::set_block_number(208);
		pass(REST);
		assert_ok!(says(true, ONE));
		assert_eq!(LastWithdrawal::<Test>::get(Territory::MX), Some(7));
	});
}

#[test]
fn consent_for_all_should_take_the_place_of_what_was_said_of_single_agreements() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1, 2]);
		assert_ok!(says(true, ONE));
		pass(1);
		assert_ok!(says(true, ConsentFor::All));
		assert_eq!(
			consent(),
			Consent {
				mode: ConsentMode::Standing,
				exceptions: Default::default(),
			}
		);
		// What was said of one holds no more, and is not kept.
		assert_eq!(step(ONE), None);
		pass(1);
		assert_ok!(says(false, ConsentFor::Agreement(2)));
		assert!(consent().is_given(1) && !consent().is_given(2) && consent().is_given(3));
		pass(1);
		assert_ok!(says(false, ConsentFor::All));
		assert_eq!(
			consent(),
			Consent {
				mode: ConsentMode::Asked,
				exceptions: Default::default(),
			}
		);
	});
}

#[test]
fn consent_should_be_withdrawn_from_a_programme_that_gives_it() {
	build_and_execute(|| {
		certify();
		link();
		agree(&[1]);
		assert!(consent().is_given(1));
		assert_ok!(says(false, ONE));
		assert!(!consent().is_given(1) && consent().is_given(2));
		pass(REST);
		assert_ok!(says(true, ONE));
		assert!(consent().exceptions.is_empty());
	});
}

#[test]
fn an_officer_should_speak_for_the_holder_with_its_paper() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1]);
		for given in [true, false] {
			assert_noop!(
				say(clerk(), given, ONE, H256::zero()),
				Error::<Test>::PaperMissing
			);
		}
		assert_ok!(say(clerk(), true, ONE, document()));
		expect_event(Event::ConsentChanged {
			issuer: Territory::MX,
			number: number(NUMBER),
			consent_for: ONE,
			given: true,
			on_paper: true,
			by: clerk(),
			document: document(),
		});
		assert!(step(ONE).is_some_and(|step| step.on_paper && step.document == document()));
		// The holder has the last word.
		pass(1);
		assert_ok!(says(false, ONE));
		assert!(step(ONE).is_some_and(|step| !step.on_paper));
	});
}

#[test]
fn consent_should_fail_of_another_traders_certificate_and_of_none() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1]);
		for given in [true, false] {
			assert_noop!(
				say(OTHER_HOLDER, given, ONE, document()),
				Error::<Test>::NotYourCertificate
			);
			let (origin, unknown) = (signed(HOLDER), number("NONE").into());
			let result = if given {
				Certificates::give_consent(origin, unknown, ONE, document())
			} else {
				Certificates::withdraw_consent(origin, unknown, ONE, document())
			};
			assert_eq!(plain(result), Err(Error::<Test>::UnknownCertificate.into()));
		}
	});
}

#[test]
fn consent_should_fail_where_nothing_would_come_of_it() {
	build_and_execute(|| {
		certify_fast();
		LegsOfMexico::set(vec![
			leg(1, ConsentNeed::Needed),
			leg(1, ConsentNeed::NotNeeded),
			leg(2, ConsentNeed::NotNeeded),
		]);
		for given in [true, false] {
			assert_noop!(
				says(given, ConsentFor::Agreement(2)),
				Error::<Test>::ConsentNotNeeded
			);
			// A form's prefilled 0 among them.
			for unknown in [0, 3] {
				assert_noop!(
					says(given, ConsentFor::Agreement(unknown)),
					Error::<Test>::UnknownAgreement
				);
			}
		}
		for consent_for in [ONE, ConsentFor::All] {
			assert_noop!(says(false, consent_for), Error::<Test>::ConsentUnchanged);
		}
		assert_ok!(says(true, ONE));
		assert_noop!(says(true, ONE), Error::<Test>::ConsentUnchanged);
		// All is not one by one.
		pass(1);
		assert_ok!(says(true, ConsentFor::All));
		for consent_for in [ONE, ConsentFor::All] {
			assert_noop!(says(true, consent_for), Error::<Test>::ConsentUnchanged);
		}
	});
}

/// Nothing is noted where nothing comes of it, no withdrawal above all.
#[test]
fn a_withdrawal_that_fails_should_not_be_noted() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1]);
		assert_noop!(says(false, ONE), Error::<Test>::ConsentUnchanged);
		assert_eq!(Certificates::last_withdrawal(Territory::MX), None);
	});
}

#[test]
fn an_exception_of_an_agreement_that_ended_should_make_room() {
	build_and_execute(|| {
		certify_fast();
		let all: Vec<_> = (1..=MAX_EXCEPTIONS + 2).collect();
		agree(&all);
		for agreement in 1..=MAX_EXCEPTIONS {
			assert_ok!(says(true, ConsentFor::Agreement(agreement)));
		}
		let last = ConsentFor::Agreement(MAX_EXCEPTIONS + 1);
		assert_noop!(says(true, last), Error::<Test>::TooManyExceptions);
		// To take one back needs no room.
		assert_ok!(says(false, ConsentFor::Agreement(5)));
		pass(REST);
		assert_ok!(says(true, ConsentFor::Agreement(5)));
		// The second and the fourth end: one of them makes room.
		let left: Vec<_> = all.into_iter().filter(|id| ![2, 4].contains(id)).collect();
		agree(&left);
		assert_ok!(says(true, last));
		assert!(!consent().is_given(2) && consent().is_given(4));
		assert_eq!(step(ConsentFor::Agreement(2)), None);
		assert!(step(ConsentFor::Agreement(4)).is_some());
		assert_ok!(says(true, ConsentFor::Agreement(MAX_EXCEPTIONS + 2)));
		assert!(!consent().is_given(4));
		// And where all go on, `All` is the way.
		let one_more: Vec<_> = left.into_iter().chain([MAX_EXCEPTIONS + 3]).collect();
		agree(&one_more);
		assert_noop!(
			says(true, ConsentFor::Agreement(MAX_EXCEPTIONS + 3)),
			Error::<Test>::TooManyExceptions
		);
		pass(1);
		assert_ok!(says(true, ConsentFor::All));
	});
}

/// Who gave and withdrew in each block could else keep an issuer from publishing anything.
#[test]
fn a_withdrawal_should_rest_before_the_consent_is_given_again() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1, 2]);
		let all = ConsentFor::All;
		assert_ok!(says(true, ONE));
		assert_ok!(says(false, ONE));
		for (by, document) in [(HOLDER, H256::zero()), (clerk(), document())] {
			assert_noop!(
				say(by, true, ONE, document),
				Error::<Test>::WithdrawnJustNow
			);
		}
		pass(REST - 1);
		assert_noop!(says(true, ONE), Error::<Test>::WithdrawnJustNow);
		pass(1);
		assert_ok!(says(true, ONE));
		// To withdraw never waits, and another agreement doesn't.
		assert_ok!(says(true, all));
		assert_ok!(says(false, ONE));
		// Nor is there a way round by saying it of all, or of one after all.
		assert_noop!(says(true, all), Error::<Test>::WithdrawnJustNow);
		assert_ok!(says(false, all));
		assert_noop!(says(true, ONE), Error::<Test>::WithdrawnJustNow);
		assert_noop!(
			says(true, ConsentFor::Agreement(2)),
			Error::<Test>::WithdrawnJustNow
		);
		assert_noop!(says(true, all), Error::<Test>::WithdrawnJustNow);
		pass(REST);
		assert_ok!(says(true, ConsentFor::Agreement(2)));
	});
}

/// However a holder goes about it, with three agreements it withdraws four times in ten minutes, and once
/// more in the first.
#[test]
fn one_holder_should_not_withdraw_without_end() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1, 2, 3]);
		let said = [1, 2, 3].map(ConsentFor::Agreement);
		let mut withdrawals = 0;
		for _ in 0..100 {
			pass(3_000);
			for consent_for in said.into_iter().chain([ConsentFor::All]) {
				if says(true, consent_for).is_ok() {
					pass(1);
				}
				withdrawals += u32::from(says(false, consent_for).is_ok());
			}
		}
		assert!(withdrawals <= 5, "{withdrawals}");
	});
}

/// Two things that are said in one block keep their order.
#[test]
fn what_was_said_last_should_count_also_within_a_block() {
	let one = ConsentFor::Agreement(1);
	let all = ConsentFor::All;
	// Said of whom, given; and which of both was last.
	for (steps, last) in [
		([(one, true), (all, true)], all),
		([(all, true), (one, false)], one),
	] {
		build_and_execute(|| {
			certify_fast();
			agree(&[1]);
			for (consent_for, given) in steps {
				assert_ok!(says(given, consent_for));
			}
			let found = Certificates::last_said(Territory::MX, &number(NUMBER), &record(NUMBER), 1);
			assert_eq!(found, step(last));
		});
	}
	// Where what was said of one is no exception, it is kept beside what is said of all.
	build_and_execute(|| {
		certify_fast();
		agree(&[1]);
		assert_ok!(says(true, one));
		assert_ok!(says(false, one));
		assert_ok!(say(clerk(), true, all, document()));
		assert!(step(one).is_some());
		let last = || Certificates::last_said(Territory::MX, &number(NUMBER), &record(NUMBER), 1);
		assert_eq!(last(), step(all));
		assert!(last().is_some_and(|last| last.on_paper));
		assert_ok!(says(false, all));
		assert_eq!(last(), step(all));
	});
}

/// Also a holder whose administration may not act withdraws; its officers wait.
#[test]
fn consent_should_be_the_holders_also_in_a_quarantine() {
	for standing in [
		Standing::QuarantinedByCouncil,
		Standing::QuarantinedByItself,
		Standing::Withdrawn,
	] {
		build_and_execute(|| {
			certify_fast();
			agree(&[1]);
			aeo_mocks::set_standing(Territory::MX, standing);
			assert_ok!(says(true, ONE));
			assert!(say(clerk(), false, ONE, document()).is_err());
			pass(1);
			assert_ok!(says(false, ONE));
		});
	}
}

/// Data go on being shared after the end, so that consent counts as long.
#[test]
fn consent_should_be_withdrawn_of_a_certificate_that_is_over() {
	build_and_execute(|| {
		certify_fast();
		agree(&[1]);
		assert_ok!(says(true, ONE));
		let annul = Decision::Annul {
			document: document(),
		};
		assert_ok!(propose(annul));
		pass(1);
		assert_ok!(says(false, ONE));
		assert!(!consent().is_given(1));
	});
}
