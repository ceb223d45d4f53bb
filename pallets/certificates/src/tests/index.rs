//! A trader's index, and roles that only one certificate may name (I3).

use super::*;
use crate::Holdings;
use aeo_primitives::CertificateLookup;

/// A certificate of `FAST` in one role, valid until the given day.
fn issue(text: &str, role: Role, until: &str) -> DispatchResult {
	let mut decision = authorise("FAST", TIN);
	if let Decision::Authorise {
		roles: held,
		valid_until,
		..
	} = &mut decision
	{
		*held = roles(&[role]);
		*valid_until = Some(day(until));
	}
	Certificates::propose(by(MX), number(text).into(), as_written(decision))
		.map(|_| ())
		.map_err(|error| error.error)
}

fn index() -> Vec<CertificateNumber> {
	let trader = Traders::id_of(&tin(TIN)).expect("a TIN");
	Holdings::<Test>::get(Territory::MX, trader).into_inner()
}

#[test]
fn a_role_should_be_certified_once_for_each_type() {
	build_and_execute(|| {
		set_up();
		assert_ok!(issue("A-1", Role::Exporter, "2027-12-31"));
		assert_noop!(
			issue("A-2", Role::Exporter, "2027-12-31"),
			Error::<Test>::RoleAlreadyCertified
		);
		assert_ok!(issue("A-3", Role::Importer, "2027-12-31"));
		let mut other = authorise("FAST", TIN);
		if let Decision::Authorise {
			certificate_type, ..
		} = &mut other
		{
			certificate_type.code = "C".try_into().expect("short");
		}
		assert_ok!(Certificates::propose(
			by(MX),
			number("A-4").into(),
			as_written(other)
		));
		assert_eq!(index(), [number("A-1"), number("A-3"), number("A-4")]);
	});
}

#[test]
fn an_expired_certificate_should_leave_its_role_free() {
	build_and_execute(|| {
		set_up();
		assert_ok!(issue("A-1", Role::Exporter, "2026-11-24"));
		pass(24 * 60 * 60 * 1000);
		assert_ok!(issue("A-2", Role::Exporter, "2027-12-31"));
	});
}

#[test]
fn a_full_index_should_make_room_only_for_what_is_over_and_not_the_latest() {
	build_and_execute(|| {
		set_up();
		// Sixteen certificates, each over before the next is issued.
		for place in 0..16_u64 {
			assert_ok!(issue(
				&format!("A-{place}"),
				Role::Exporter,
				&format!(
					"2026-{}",
					if place < 7 {
						format!("11-{}", 24 + place)
					} else {
						format!("12-{:02}", place - 6)
					}
				)
			));
			pass(24 * 60 * 60 * 1000);
		}
		assert_eq!(index().len(), 16);
		assert_ok!(issue("A-16", Role::Exporter, "2027-12-31"));
		// All but the new one are over, and it is the latest of its type.
		assert_eq!(index(), [number("A-16")]);
		assert_eq!(
			Certificates::holder_of(Territory::MX, &number("a-0")),
			Traders::id_of(&tin(TIN))
		);
	});
}

#[test]
fn a_trader_should_have_sixteen_live_certificates_at_most() {
	build_and_execute(|| {
		set_up();
		let types: Vec<_> = (0..16)
			.map(|place| program_type(&format!("T{place}"), Halves::Both))
			.collect();
		for programme in ["P1", "P2"] {
			assert_ok!(Certificates::set_programme(
				signed(MX),
				programme.try_into().expect("short"),
				super::programme(types.clone(), false, ConsentMode::Standing).into(),
			));
		}
		let issue = |programme: &str, place: usize| {
			let mut decision = authorise("FAST", TIN);
			if let Decision::Authorise {
				certificate_type, ..
			} = &mut decision
			{
				*certificate_type = kind(programme, &format!("T{place}"));
			}
			let number = number(&format!("{programme}-{place}"));
			Certificates::propose(by(MX), number.into(), as_written(decision))
		};
		for place in 0..16 {
			assert_ok!(issue("P1", place));
		}
		assert_noop!(issue("P2", 0), Error::<Test>::TooManyCertificates);
		let trader = Traders::id_of(&tin(TIN)).expect("a TIN");
		assert_eq!(Certificates::of_trader(Territory::MX, &trader).len(), 16);
	});
}
