//! What T3 makes of the opinions of agencies.

use super::*;
use Opinion::{Favourable, NotConcerned, Unfavourable};

/// On the usual application, as it was accepted.
fn opine(code: &str, opinion: Opinion) {
	opine_on(code, NUMBER, 2, opinion);
}

/// FAST requires the opinions of two agencies, and an application of the usual company waits.
fn asked() {
	set_up();
	link();
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
fn authorise_should_wait_for_every_opinion_that_the_programme_requires() {
	for (one, other) in [(Favourable, NotConcerned), (NotConcerned, Favourable)] {
		build_and_execute(|| {
			asked();
			assert_noop!(authorise_it(), Error::<Test>::OpinionMissing);
			opine("HEALTH", one);
			assert_noop!(authorise_it(), Error::<Test>::OpinionMissing);
			opine("PORTS", other);
			assert_ok!(authorise_it());
			assert_eq!(record(NUMBER).state, CertificateState::Authorised);
		});
	}
}

#[test]
fn authorise_should_fail_while_an_agency_is_against_it() {
	build_and_execute(|| {
		asked();
		opine("HEALTH", Favourable);
		opine("PORTS", Unfavourable);
		assert_noop!(authorise_it(), Error::<Test>::OpinionUnfavourable);
		opine("PORTS", Favourable);
		opine("HEALTH", Unfavourable);
		assert_noop!(authorise_it(), Error::<Test>::OpinionUnfavourable);
		opine("HEALTH", NotConcerned);
		assert_ok!(authorise_it());
	});
}

#[test]
fn an_opinion_that_is_not_required_should_stop_nothing() {
	build_and_execute(|| {
		asked();
		set_fast(|programme| programme.opinions_required = agencies(&["PORTS"]));
		opine("HEALTH", Unfavourable);
		opine("PORTS", Favourable);
		assert_ok!(authorise_it());
	});
}

#[test]
fn an_opinion_on_an_earlier_version_should_not_count() {
	build_and_execute(|| {
		asked();
		for code in ["HEALTH", "PORTS"] {
			opine(code, Favourable);
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
		for code in ["HEALTH", "PORTS"] {
			opine_on(code, NUMBER, 4, Favourable);
		}
		assert_ok!(authorise_it());
	});
}

/// The checker hears what the maker would have heard.
#[test]
fn an_opinion_between_proposal_and_confirmation_should_count() {
	build_and_execute(|| {
		asked();
		set_fast(|programme| programme.four_eyes = eyes(true));
		for code in ["HEALTH", "PORTS"] {
			opine(code, Favourable);
		}
		assert_ok!(authorise_it());
		opine("PORTS", Unfavourable);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::OpinionUnfavourable);
		opine("PORTS", Favourable);
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
