//! `opine`, and what T3 makes of it.

use super::*;
use crate::{Opinion, OpinionRecord, Opinions};
use aeo_primitives::recognition::Standing;
use Opinion::{Favourable, NotConcerned, Unfavourable};

/// A second agency of Mexico.
const PORTS: AccountId = 811;

fn opine_on(account: AccountId, text: &str, version: u32, opinion: Opinion) -> DispatchResult {
	Certificates::opine(
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

/// FAST requires the opinions of two agencies, and an application of the usual company waits.
fn asked() {
	set_up();
	link();
	for (code, account) in [("HEALTH", HEALTH), ("PORTS", PORTS)] {
		assert_ok!(register(MX, code, account));
	}
	set_fast(|programme| {
		programme.applications = applied(true);
		programme.opinions_required = agencies(&["HEALTH", "PORTS"]);
	});
	accept(NUMBER, TIN);
}

fn authorise_it() -> DispatchResult {
	propose(authorise("FAST", TIN))
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
				|| Certificates::opine(signed(HEALTH), number(NUMBER).into(), 2, opinion, document);
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
		assert_eq!(record(NUMBER).version, 2);
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
		assert_noop!(
			opine_on(HEALTH, "NONE", 1, Favourable),
			Error::<Test>::UnknownCertificate
		);
		assert_ok!(Certificates::enter_application(
			by(MX),
			number("A-2").into(),
			tin(OTHER),
			document(),
			kind("FAST", "FULL").into(),
			roles(&[Role::Exporter]).into(),
			document(),
		));
		assert_noop!(
			opine_on(HEALTH, "A-2", 1, Favourable),
			Error::<Test>::ApplicationNotAccepted
		);
		for account in [HEALTH, PORTS] {
			assert_ok!(opine(account, Favourable));
		}
		assert_ok!(authorise_it());
		assert_noop!(
			opine_on(HEALTH, NUMBER, 3, Unfavourable),
			Error::<Test>::ApplicationNotAccepted
		);
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
			Certificates::opine(
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
				Error::<Test>::AdministrationFrozen
			);
		}
		aeo_mocks::set_standing(Territory::MX, Standing::Admitted);
		assert_ok!(opine(HEALTH, Favourable));
	});
}

#[test]
fn authorise_should_wait_for_every_opinion_that_the_programme_requires() {
	for (one, other) in [(Favourable, NotConcerned), (NotConcerned, Favourable)] {
		build_and_execute(|| {
			asked();
			assert_noop!(authorise_it(), Error::<Test>::OpinionMissing);
			assert_ok!(opine(HEALTH, one));
			assert_noop!(authorise_it(), Error::<Test>::OpinionMissing);
			assert_ok!(opine(PORTS, other));
			assert_ok!(authorise_it());
			assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		});
	}
}

#[test]
fn authorise_should_fail_while_an_agency_is_against_it() {
	build_and_execute(|| {
		asked();
		assert_ok!(opine(HEALTH, Favourable));
		assert_ok!(opine(PORTS, Unfavourable));
		assert_noop!(authorise_it(), Error::<Test>::OpinionUnfavourable);
		assert_ok!(opine(PORTS, Favourable));
		assert_ok!(opine(HEALTH, Unfavourable));
		assert_noop!(authorise_it(), Error::<Test>::OpinionUnfavourable);
		assert_ok!(opine(HEALTH, NotConcerned));
		assert_ok!(authorise_it());
	});
}

#[test]
fn an_opinion_that_is_not_required_should_stop_nothing() {
	build_and_execute(|| {
		asked();
		set_fast(|programme| programme.opinions_required = agencies(&["PORTS"]));
		assert_ok!(opine(HEALTH, Unfavourable));
		assert_ok!(opine(PORTS, Favourable));
		assert_ok!(authorise_it());
	});
}

#[test]
fn an_opinion_on_an_earlier_version_should_not_count() {
	build_and_execute(|| {
		asked();
		for account in [HEALTH, PORTS] {
			assert_ok!(opine(account, Favourable));
		}
		assert_ok!(propose(Decision::RefuseApplication {
			bar_until: None,
			document: document(),
		}));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(Decision::Overturn {
			from: None,
			document: document(),
		}));
		assert_eq!(record(NUMBER).state, CertificateState::Accepted);
		assert_noop!(authorise_it(), Error::<Test>::OpinionMissing);
		for account in [HEALTH, PORTS] {
			assert_ok!(opine_on(account, NUMBER, 4, Favourable));
		}
		assert_ok!(authorise_it());
	});
}

#[test]
fn what_a_removed_agency_has_said_should_count() {
	build_and_execute(|| {
		asked();
		for account in [HEALTH, PORTS] {
			assert_ok!(opine(account, Favourable));
		}
		assert_ok!(Certificates::remove_agency(
			signed(MX),
			agency("HEALTH").into()
		));
		assert_ok!(authorise_it());
	});
}

/// The checker hears what the maker would have heard.
#[test]
fn an_opinion_between_proposal_and_confirmation_should_count() {
	build_and_execute(|| {
		asked();
		set_fast(|programme| programme.four_eyes = eyes(true));
		for account in [HEALTH, PORTS] {
			assert_ok!(opine(account, Favourable));
		}
		assert_ok!(authorise_it());
		assert_ok!(opine(PORTS, Unfavourable));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::OpinionUnfavourable);
		assert_ok!(opine(PORTS, Favourable));
		assert_ok!(confirm(by_second(MX)));
	});
}

/// What exists already is not judged anew.
#[test]
fn a_take_over_and_a_renewal_should_need_no_opinion() {
	build_and_execute(|| {
		asked();
		assert_ok!(super::take_over::propose_rows(vec![super::take_over::row(
			"FAST", "A-1", OTHER
		)]));
		assert_eq!(super::take_over::outcome(), (1, 0, vec![]));
		let renewal = Decision::Renew {
			valid_until: Some(day("2030-02-28")),
			document: document(),
		};
		assert_ok!(plain(Certificates::propose(
			by(MX),
			number("A-1").into(),
			as_written(renewal)
		)));
	});
}
