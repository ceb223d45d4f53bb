//! `opine`.

use super::*;
use crate::{OpinionRecord, Opinions};
use aeo_primitives::{recognition::Standing, Opinion, OpinionLookup};
use Opinion::{Favourable, Unfavourable};

/// A second agency of Mexico.
const PORTS: AccountId = 811;

fn opine_on(account: AccountId, text: &str, version: u32, opinion: Opinion) -> DispatchResult {
	Applications::opine(
		signed(account),
		number(text).into(),
		version,
		opinion,
		document(),
	)
}

/// On the usual application, as it was accepted.
fn opine(account: AccountId, opinion: Opinion) -> DispatchResult {
	opine_on(account, NUMBER, 2, opinion)
}

/// Mexico has two agencies, and an application of the usual company waits.
fn asked() {
	for (code, account) in [("HEALTH", HEALTH), ("PORTS", PORTS)] {
		assert_ok!(register(MX, code, account));
	}
	accept(NUMBER, TIN);
}

#[test]
fn opine_should_note_the_last_opinion_of_an_agency() {
	build_and_execute(|| {
		asked();
		let mut before = None;
		for (document, opinion) in [(7, Unfavourable), (8, Favourable), (9, Favourable)] {
			pass(1_000);
			let document = H256::repeat_byte(document);
			let call =
				|| Applications::opine(signed(HEALTH), number(NUMBER).into(), 2, opinion, document);
			assert_ok!(call());
			expect_event(Event::OpinionGiven {
				issuer: Territory::MX,
				number: number(NUMBER),
				version: 2,
				agency: agency("HEALTH"),
				before,
				opinion,
				by: HEALTH,
				document,
			});
			assert_eq!(
				Opinions::<Test>::get((Territory::MX, number(NUMBER), agency("HEALTH"))),
				Some(OpinionRecord {
					version: 2,
					opinion,
					document,
					at: pallet_timestamp::Now::<Test>::get(),
				})
			);
			assert_noop!(call(), Error::<Test>::NothingWouldChange);
			before = Some(opinion);
		}
		// The application is what it was.
		assert_eq!(entry(NUMBER).version, 2);
	});
}

#[test]
fn opine_should_take_a_number_however_it_is_written() {
	build_and_execute(|| {
		asked();
		assert_ok!(opine_on(HEALTH, " mx-oea/0001 ", 2, Favourable));
		assert_noop!(
			opine_on(PORTS, "_", 2, Favourable),
			Error::<Test>::NumberNotUnderstood
		);
	});
}

#[test]
fn opine_should_fail_for_what_is_no_accepted_application() {
	build_and_execute(|| {
		asked();
		assert_noop!(opine_on(HEALTH, "NONE", 1, Favourable), UNKNOWN);
		certify("A-2", CertificateState::Applied);
		assert_noop!(opine_on(HEALTH, "A-2", 1, Favourable), OTHER_STATE);
		certify(NUMBER, CertificateState::Authorised);
		assert_noop!(opine_on(HEALTH, NUMBER, 3, Unfavourable), OTHER_STATE);
	});
}

#[test]
fn opine_should_fail_for_another_version_or_without_reasons() {
	build_and_execute(|| {
		asked();
		for version in [0, 1, 3] {
			assert_noop!(
				opine_on(HEALTH, NUMBER, version, Favourable),
				Error::<Test>::ChangedSinceProposal
			);
		}
		assert_noop!(
			Applications::opine(
				signed(HEALTH),
				number(NUMBER).into(),
				2,
				Favourable,
				H256::zero()
			),
			Error::<Test>::DocumentMissing
		);
	});
}

#[test]
fn opine_should_fail_while_the_administration_may_not_act() {
	build_and_execute(|| {
		asked();
		for standing in [
			Standing::QuarantinedByItself,
			Standing::QuarantinedByCouncil,
			Standing::Withdrawn,
		] {
			aeo_mocks::set_standing(Territory::MX, standing);
			assert_noop!(
				opine(HEALTH, Favourable),
				Error::<Test>::AdministrationNotAdmitted
			);
		}
		aeo_mocks::set_standing(Territory::MX, Standing::Admitted);
		assert_ok!(opine(HEALTH, Favourable));
	});
}

/// What the register asks when it authorises.
#[test]
fn an_opinion_should_be_found_on_the_version_that_it_is_on() {
	build_and_execute(|| {
		asked();
		let found = |code: &str, version| {
			let (issuer, number) = (Territory::MX, number(NUMBER));
			Applications::opinion(issuer, &number, &agency(code), version)
		};
		assert_eq!(found("HEALTH", 2), None);
		assert_ok!(opine(HEALTH, Unfavourable));
		assert_ok!(opine(HEALTH, Favourable));
		assert_eq!(found("HEALTH", 2), Some(Favourable));
		assert_eq!(found("HEALTH", 1), None);
		assert_eq!(found("PORTS", 2), None);
		// An agency that is removed has said it all the same.
		assert_ok!(Applications::remove_agency(signed(MX), written("HEALTH")));
		assert_eq!(found("HEALTH", 2), Some(Favourable));
	});
}
