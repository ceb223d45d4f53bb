//! `propose` of `Rectify` (T12).

use super::*;

fn rectify(list: &[Role], from: &str, until: Option<&str>) -> Decision {
	Decision::Rectify {
		roles: roles(list),
		valid_from: day(from),
		valid_until: until.map(day),
		document: document(),
	}
}

/// The usual certificate with a further role.
pub(super) fn wider() -> Decision {
	rectify(
		&[Role::Exporter, Role::Importer],
		"2026-11-24",
		Some("2027-12-31"),
	)
}

#[test]
fn rectify_should_wait_for_a_second_officer_where_it_adds_something() {
	build_and_execute(|| {
		certify();
		assert_ok!(propose(wider()));
		assert_eq!(record(NUMBER).version, 1);
		assert_ok!(confirm(by_second(MX)));
		let record = record(NUMBER);
		assert_eq!(
			(record.version, record.periods, record.roles),
			(2, 2, roles(&[Role::Exporter, Role::Importer]))
		);
		let history = Certificates::history(Territory::MX, &number(NUMBER), 0);
		assert_eq!(history[0].decided.ground, Ground::Administrative);
		assert_eq!(history[1].roles, roles(&[Role::Exporter]));
	});
}

#[test]
fn rectify_should_wait_for_a_second_officer_where_it_takes_something_away() {
	build_and_execute(|| {
		certify();
		let narrower = [
			rectify(&[Role::Exporter], "2026-11-24", Some("2027-06-30")),
			rectify(&[Role::Exporter], "2026-11-24", Some("2026-11-24")),
			rectify(&[Role::Importer], "2026-11-24", Some("2027-12-31")),
		];
		for decision in narrower {
			let before = record(NUMBER);
			assert_ok!(propose(decision));
			assert_eq!(record(NUMBER), before);
		}
		assert_ok!(Certificates::confirm(
			by_second(MX),
			number(NUMBER).into(),
			2
		));
		assert_eq!(record(NUMBER).version, 2);
		assert_eq!(Told::get().len(), 2);
		let change = crate::Changes::<Test>::get(Territory::MX, 0).expect("a line");
		assert_eq!((change.version, change.period), (2, 1));
	});
}

/// Neither by one officer nor by two, with four eyes or without: what ends is revoked, which can be
/// appealed against.
#[test]
fn rectify_should_not_end_a_certificate() {
	for programme in ["OEA", "FAST"] {
		build_and_execute(|| {
			set_up();
			let mut decision = authorise(programme, TIN);
			if let Decision::Authorise { valid_from, .. } = &mut decision {
				*valid_from = day("2026-11-01");
			}
			assert_ok!(propose(decision));
			if programme == "OEA" {
				assert_ok!(confirm(by_second(MX)));
			}
			for (from, until) in [
				("2026-11-01", "2026-11-23"),
				("2026-11-25", "2027-12-31"),
				("2025-01-01", "2025-12-31"),
			] {
				let decision = rectify(&[Role::Exporter], from, Some(until));
				assert_noop!(propose(decision), Error::<Test>::RectificationWouldEndIt);
			}
		});
	}
}

#[test]
fn rectify_should_be_decided_at_once_where_the_programme_needs_no_second_officer() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("FAST", TIN)));
		assert_ok!(propose(wider()));
		assert_eq!(record(NUMBER).version, 2);
	});
}

#[test]
fn rectify_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify();
		for (decision, error) in [
			(
				rectify(&[Role::Exporter], "2026-11-24", Some("2027-12-31")),
				Error::<Test>::NothingWouldChange,
			),
			(
				rectify(&[Role::Exporter], "2027-06-02", Some("2027-06-01")),
				Error::<Test>::EndsBeforeItBegins,
			),
			(
				Decision::Rectify {
					roles: roles(&[Role::Exporter]),
					valid_from: day("2026-11-24"),
					valid_until: Some(day("2027-01-31")),
					document: H256::zero(),
				},
				Error::<Test>::DocumentMissing,
			),
		] {
			assert_noop!(propose(decision), error);
		}
		assert_noop!(
			Certificates::propose(by(MX), number("NONE").into(), as_written(wider())),
			Error::<Test>::UnknownCertificate
		);
	});
}

#[test]
fn rectify_should_fail_where_another_certificate_names_the_role() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("FAST", TIN)));
		let mut second = authorise("FAST", TIN);
		if let Decision::Authorise { roles: held, .. } = &mut second {
			*held = roles(&[Role::Importer]);
		}
		assert_ok!(Certificates::propose(
			by(MX),
			number("A-2").into(),
			as_written(second)
		));
		assert_noop!(propose(wider()), Error::<Test>::RoleAlreadyCertified);
	});
}

#[test]
fn rectify_should_fail_when_the_days_are_over() {
	build_and_execute(|| {
		set_up();
		let mut decision = authorise("FAST", TIN);
		if let Decision::Authorise { valid_until, .. } = &mut decision {
			*valid_until = Some(day("2026-11-24"));
		}
		assert_ok!(propose(decision));
		pass(24 * 60 * 60 * 1000);
		assert_noop!(propose(wider()), Error::<Test>::CertificateNotLive);
	});
}

#[test]
fn rectify_should_keep_a_suspension() {
	build_and_execute(|| {
		set_up();
		assert_ok!(propose(authorise("FAST", TIN)));
		assert_ok!(suspend(NUMBER, SuspensionScope::Customs));
		let state = record(NUMBER).state;
		assert_ok!(propose(wider()));
		assert_eq!(record(NUMBER).state, state);
	});
}
