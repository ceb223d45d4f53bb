//! How a certificate stood at a moment: what held then, as far as is known now, and what followed
//! from it by the clock.

use super::*;
use crate::{TakenOver, TakenOverPeriod, TakenOverState};
use aeo_primitives::{recognition::Denial, UtcOffset};

const DAY: u64 = 24 * 60 * 60 * 1000;

/// Whether the usual certificate was in force, and what was suspended.
fn standing_at(moment: u64) -> Option<(Result<(), Denial>, Option<SuspensionScope>)> {
	let period = Certificates::status_at(Territory::MX, &number(NUMBER), moment)?;
	let facts = record(NUMBER).facts_in(&number(NUMBER), &period);
	let mexico = UtcOffset::try_from(-360).expect("legal");
	Some((
		facts.ensure_in_force(moment, mexico),
		facts.suspended(moment, mexico),
	))
}

fn in_force_at(moment: u64) -> Option<Result<(), Denial>> {
	standing_at(moment).map(|(in_force, _)| in_force)
}

fn kind_at(moment: u64) -> Option<String> {
	state_at(moment).map(|state| format!("{:?}", state.kind()))
}

/// The names of the states at these moments.
fn kinds_at(moments: &[u64]) -> Vec<String> {
	moments
		.iter()
		.map(|moment| kind_at(*moment).unwrap_or_default())
		.collect()
}

fn overturn(from: Option<&str>) {
	assert_ok!(ask(Wish::Appeal));
	assert_ok!(propose(Decision::Overturn {
		from: from.map(day),
		document: document(),
	}));
}

fn revoke(from: &str) {
	assert_ok!(propose(Decision::Revoke {
		from: day(from),
		bar_until: None,
		document: document(),
	}));
}

fn annul() {
	assert_ok!(propose(Decision::Annul {
		document: document()
	}));
}

/// A certificate that is taken over with these periods.
fn take_over(periods: &[(&str, TakenOverState)]) {
	set_up();
	link();
	let periods: Vec<_> = periods
		.iter()
		.map(|(from, state)| TakenOverPeriod {
			from: day(from),
			state: *state,
			ground: Ground::Authority,
			document: document(),
		})
		.collect();
	let row = TakenOver {
		periods: periods.try_into().expect("few"),
		..super::take_over::row("FAST", NUMBER, TIN)
	};
	assert_ok!(super::take_over::propose_rows(vec![row]));
}

fn suspended(end: SuspensionEnd) -> TakenOverState {
	let scope = SuspensionScope::Full;
	TakenOverState::Suspended(Suspension { scope, end })
}

#[test]
fn an_expiry_should_follow_from_the_clock_to_the_millisecond() {
	build_and_execute(|| {
		certify_fast();
		let over = morning("2028-01-01");
		assert_eq!(in_force_at(over - 1), Some(Ok(())));
		assert_eq!(in_force_at(over), Some(Err(Denial::Expired)));
		// It is renewed later, and had expired in between.
		Timestamp::set_timestamp(over + DAY);
		assert_ok!(propose(Decision::Renew {
			valid_until: None,
			document: document(),
		}));
		assert_eq!(in_force_at(over - 1), Some(Ok(())));
		assert_eq!(in_force_at(over + DAY - 1), Some(Err(Denial::Expired)));
		assert_eq!(in_force_at(over + DAY), Some(Ok(())));
	});
}

#[test]
fn a_renewal_in_time_should_have_kept_it_in_force_until_the_decision() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		assert_ok!(propose(Decision::KeepInForce {
			document: document()
		}));
		let over = morning("2028-01-01");
		Timestamp::set_timestamp(over + DAY);
		assert_ok!(propose(Decision::RefuseRenewal {
			document: document()
		}));
		assert_eq!(in_force_at(over + DAY - 1), Some(Ok(())));
		assert_eq!(in_force_at(over + DAY), Some(Err(Denial::Expired)));
	});
}

#[test]
fn what_is_not_valid_yet_should_not_be_in_force() {
	build_and_execute(|| {
		set_up();
		let mut decision = authorise("FAST", TIN);
		if let Decision::Authorise { valid_from, .. } = &mut decision {
			*valid_from = day("2027-01-01");
		}
		assert_ok!(propose(decision));
		let first = morning("2027-01-01");
		assert_eq!(in_force_at(NOON - 1), None);
		assert_eq!(in_force_at(first - 1), Some(Err(Denial::NotYetValid)));
		assert_eq!(in_force_at(first), Some(Ok(())));
	});
}

#[test]
fn an_application_should_not_be_in_force() {
	build_and_execute(|| {
		set_up();
		link();
		for step in ["enter", "accept"] {
			assert_ok!(super::states::step(step));
			pass(1_000);
		}
		assert_ok!(super::states::step("authorise"));
		assert_eq!(
			kinds_at(&[NOON, NOON + 1_000, NOON + 2_000]),
			["Applied", "Accepted", "Authorised"]
		);
		let refused = Some(Err(Denial::NotAuthorised));
		assert_eq!(in_force_at(NOON + 1_999), refused);
		assert_eq!(in_force_at(NOON + 2_000), Some(Ok(())));
	});
}

#[test]
fn a_suspension_should_end_by_the_clock_where_the_order_says_so() {
	for (end, after) in [
		(SuspensionEnd::ResumesAfter(day("2026-12-31")), Ok(())),
		(
			SuspensionEnd::DecisionAfter(day("2026-12-31")),
			Err(Denial::Suspended),
		),
	] {
		build_and_execute(|| {
			certify_fast();
			pass(1_000);
			let scope = SuspensionScope::Full;
			let suspension = Suspension { scope, end };
			assert_ok!(Certificates::suspend(
				Territory::MX,
				&number(NUMBER),
				suspension,
				decided(1)
			));
			let over = morning("2027-01-01");
			assert_eq!(in_force_at(NOON), Some(Ok(())));
			assert_eq!(in_force_at(over - 1), Some(Err(Denial::Suspended)));
			assert_eq!(in_force_at(over), Some(after));
		});
	}
}

#[test]
fn a_suspended_half_should_be_told_while_it_was_in_force() {
	build_and_execute(|| {
		certify_fast();
		pass(1_000);
		assert_ok!(suspend(NUMBER, SuspensionScope::Security));
		assert_eq!(standing_at(NOON), Some((Ok(()), None)));
		assert_eq!(
			standing_at(NOON + 1_000),
			Some((Ok(()), Some(SuspensionScope::Security)))
		);
	});
}

#[test]
fn a_revocation_should_have_held_from_its_day() {
	build_and_execute(|| {
		certify_fast();
		revoke("2026-12-01");
		let first = morning("2026-12-01");
		assert_eq!(in_force_at(first - 1), Some(Ok(())));
		assert_eq!(in_force_at(first), Some(Err(Denial::Revoked)));
	});
}

#[test]
fn roles_should_be_those_of_the_time() {
	build_and_execute(|| {
		certify_fast();
		pass(1_000);
		assert_ok!(propose(super::rectify::wider()));
		let roles_at = |moment| {
			let period = Certificates::status_at(Territory::MX, &number(NUMBER), moment);
			period.expect("it was there").roles
		};
		assert_eq!(roles_at(NOON), roles(&[Role::Exporter]));
		assert_eq!(roles_at(NOON + 1_000), record(NUMBER).roles);
	});
}

#[test]
fn what_was_annulled_should_never_have_been_and_its_periods_should_stay() {
	build_and_execute(|| {
		take_over(&[
			("2024-03-01", TakenOverState::Authorised),
			("2025-05-05", suspended(SuspensionEnd::Open)),
			("2025-06-06", TakenOverState::Authorised),
		]);
		pass(DAY);
		annul();
		let first = morning("2024-03-01");
		for moment in [first, morning("2025-05-05"), NOON, NOON + DAY, u64::MAX] {
			assert_eq!(in_force_at(moment), Some(Err(Denial::Annulled)), "{moment}");
		}
		assert_eq!(in_force_at(first - 1), None);
		let believed: Vec<_> = Certificates::history(Territory::MX, &number(NUMBER), 0)
			.into_iter()
			.rev()
			.map(|period| format!("{:?}", period.state.kind()))
			.collect();
		assert_eq!(
			believed,
			["Authorised", "Suspended", "Authorised", "Annulled"]
		);
		overturn(None);
		let moments = [first, morning("2025-05-05"), morning("2025-06-06"), NOON];
		assert_eq!(
			kinds_at(&moments),
			["Authorised", "Suspended", "Authorised", "Authorised"]
		);
	});
}

#[test]
fn an_annulment_overturned_from_a_day_should_have_held_until_then() {
	build_and_execute(|| {
		certify_fast();
		pass(DAY);
		annul();
		pass(30 * DAY);
		overturn(Some("2026-12-01"));
		let back = morning("2026-12-01");
		assert_eq!(
			kinds_at(&[NOON, back - 1, back, u64::MAX]),
			["Annulled", "Annulled", "Authorised", "Authorised"]
		);
	});
}

#[test]
fn suspension_and_revocation_should_be_overturned_one_after_the_other() {
	build_and_execute(|| {
		certify_fast();
		pass(DAY);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		pass(DAY);
		revoke("2026-11-26");
		pass(DAY);
		overturn(None);
		let moments = [NOON, NOON + DAY, NOON + 2 * DAY, NOON + 3 * DAY];
		assert_eq!(
			kinds_at(&moments),
			["Authorised", "Suspended", "Suspended", "Suspended"]
		);
		pass(DAY);
		overturn(None);
		assert_eq!(kinds_at(&moments), ["Authorised"; 4]);
	});
}

#[test]
fn a_suspension_after_a_revocation_should_have_held_without_it() {
	build_and_execute(|| {
		certify_fast();
		pass(DAY);
		revoke("2026-12-31");
		pass(DAY);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		pass(DAY);
		overturn(None);
		let moments = [NOON, NOON + DAY, NOON + 2 * DAY, NOON + 3 * DAY];
		assert_eq!(
			kinds_at(&moments),
			["Authorised", "Authorised", "Suspended", "Suspended"]
		);
		pass(DAY);
		overturn(None);
		assert_eq!(kinds_at(&moments), ["Authorised"; 4]);
	});
}

#[test]
fn a_suspension_that_an_annulment_hid_should_be_overturned_from_its_start() {
	build_and_execute(|| {
		certify_fast();
		pass(DAY);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		pass(DAY);
		annul();
		pass(DAY);
		overturn(None);
		let moments = [NOON, NOON + DAY, NOON + 2 * DAY, NOON + 3 * DAY];
		assert_eq!(
			kinds_at(&moments),
			["Authorised", "Suspended", "Suspended", "Suspended"]
		);
		pass(DAY);
		overturn(None);
		assert_eq!(kinds_at(&moments), ["Authorised"; 4]);
	});
}

#[test]
fn a_suspension_that_was_over_should_not_be_overturned_with_a_later_one() {
	build_and_execute(|| {
		certify_fast();
		let suspend_until = |end| {
			let scope = SuspensionScope::Full;
			let suspension = Suspension { scope, end };
			let result =
				Certificates::suspend(Territory::MX, &number(NUMBER), suspension, decided(1));
			assert_ok!(result.map(|_| ()));
		};
		suspend_until(SuspensionEnd::ResumesAfter(day("2026-11-25")));
		pass(10 * DAY);
		suspend_until(SuspensionEnd::Open);
		pass(DAY);
		overturn(None);
		assert_eq!(in_force_at(NOON), Some(Err(Denial::Suspended)));
		assert_eq!(in_force_at(NOON + 5 * DAY), Some(Ok(())));
		assert_eq!(in_force_at(NOON + 10 * DAY), Some(Ok(())));
	});
}

#[test]
fn a_suspension_that_was_taken_over_should_be_overturned_from_its_start_or_a_day() {
	let periods = [
		("2024-03-01", TakenOverState::Authorised),
		("2025-05-05", suspended(SuspensionEnd::Open)),
	];
	let moments = || {
		["2024-03-01", "2025-05-05", "2025-06-06"]
			.map(morning)
			.to_vec()
	};
	build_and_execute(|| {
		take_over(&periods);
		overturn(None);
		assert_eq!(kinds_at(&moments()), ["Authorised"; 3]);
		assert_eq!(state_at(NOON), Some(CertificateState::Authorised));
	});
	build_and_execute(|| {
		take_over(&periods);
		overturn(Some("2025-06-06"));
		assert_eq!(
			kinds_at(&moments()),
			["Authorised", "Suspended", "Authorised"]
		);
	});
}

#[test]
fn a_certificate_that_began_suspended_should_have_been_authorised_without_that() {
	build_and_execute(|| {
		take_over(&[("2025-05-05", suspended(SuspensionEnd::Open))]);
		overturn(None);
		let first = morning("2025-05-05");
		assert_eq!(state_at(first), Some(CertificateState::Authorised));
		assert_eq!(state_at(first - 1), None);
	});
}

#[test]
fn roles_that_changed_during_a_suspension_should_be_kept_when_it_is_overturned() {
	build_and_execute(|| {
		certify_fast();
		pass(DAY);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		pass(DAY);
		assert_ok!(propose(super::rectify::wider()));
		pass(DAY);
		overturn(None);
		let period = Certificates::status_at(Territory::MX, &number(NUMBER), NOON + 2 * DAY)
			.expect("it was there");
		assert_eq!(
			(period.state, period.roles),
			(CertificateState::Authorised, record(NUMBER).roles)
		);
	});
}
