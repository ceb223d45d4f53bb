//! `set_programme` and `set_domestic_offers`.

use super::*;
use aeo_primitives::{
	recognition::Offer, Benefit, CertificateLookup, Direction, Directions, EligibleRoles, Requires,
	Row, Rows,
};

fn set(code: &str, types: Vec<ProgrammeType>) -> DispatchResult {
	Certificates::set_programme(
		signed(MX),
		code.try_into().expect("short"),
		programme(types, true, ConsentMode::Asked).into(),
	)
}

#[test]
fn set_programme_should_create_and_change() {
	build_and_execute(|| {
		for types in [
			vec![program_type("A", Halves::Both)],
			vec![
				program_type("A", Halves::Both),
				program_type("B", Halves::Security),
			],
		] {
			assert_ok!(set("OEA", types.clone()));
			let programme = programme(types, true, ConsentMode::Asked);
			let code = || "OEA".try_into().expect("short");
			assert_eq!(
				crate::Programmes::<Test>::get(Territory::MX, code()),
				Some(programme.clone())
			);
			expect_event(Event::ProgrammeSet {
				administration: Territory::MX,
				code: code(),
				programme,
			});
		}
	});
}

#[test]
fn set_programme_should_not_touch_what_is_issued() {
	build_and_execute(|| {
		certify();
		let before = record(NUMBER);
		assert_ok!(set("OEA", vec![program_type("FULL", Halves::Customs)]));
		assert_eq!(record(NUMBER), before);
	});
}

#[test]
fn set_programme_should_fail_where_it_is_not_well_formed() {
	build_and_execute(|| {
		let a = || program_type("A", Halves::Both);
		for (code, types, error) in [
			(" ", vec![a()], Error::<Test>::CodeMissing),
			(
				"OEA",
				vec![program_type("", Halves::Both)],
				Error::<Test>::CodeMissing,
			),
			("OEA", vec![], Error::<Test>::TypesMissing),
			("OEA", vec![a(), a()], Error::<Test>::TypeTwice),
		] {
			assert_noop!(set(code, types), error);
		}
	});
}

#[test]
fn set_programme_should_fail_for_settings_that_say_nothing() {
	build_and_execute(|| {
		let set = |change: fn(&mut Programme)| {
			let types = vec![program_type("A", Halves::Both)];
			let mut programme = programme(types, true, ConsentMode::Asked);
			change(&mut programme);
			let code = "OEA".try_into().expect("short");
			Certificates::set_programme(signed(MX), code, programme.into())
		};
		for (change, error) in [
			(
				(|programme| programme.validity_months = ValidityMonths::Usually(0))
					as fn(&mut Programme),
				Error::<Test>::MonthsOutOfRange,
			),
			(
				|programme| programme.validity_months = ValidityMonths::Usually(1_201),
				Error::<Test>::MonthsOutOfRange,
			),
			(
				|programme| programme.validity_months = ValidityMonths::AtMost(0),
				Error::<Test>::MonthsOutOfRange,
			),
			(
				|programme| programme.validity_months = ValidityMonths::AtMost(1_201),
				Error::<Test>::MonthsOutOfRange,
			),
			(
				|programme| programme.review_months = Some(0),
				Error::<Test>::MonthsOutOfRange,
			),
			(
				|programme| programme.review_months = Some(1_201),
				Error::<Test>::MonthsOutOfRange,
			),
			(
				|programme| programme.decision_days = 0,
				Error::<Test>::DecisionDaysOutOfRange,
			),
			(
				|programme| programme.decision_days = 366,
				Error::<Test>::DecisionDaysOutOfRange,
			),
			(
				|programme| {
					programme.applications = applied(true);
					programme.opinions_required = agencies(&["HEALTH", " "]);
				},
				Error::<Test>::CodeMissing,
			),
			(
				|programme| {
					programme.applications = applied(true);
					programme.opinions_required = agencies(&["HEALTH", "PORTS", "HEALTH"]);
				},
				Error::<Test>::AgencyTwice,
			),
			(
				|programme| programme.opinions_required = agencies(&["HEALTH"]),
				Error::<Test>::OpinionsNeedApplications,
			),
		] {
			assert_noop!(set(change), error);
		}
		for change in [
			(|programme| {
				programme.validity_months = ValidityMonths::Usually(1);
				programme.review_months = Some(1);
				programme.decision_days = 1;
			}) as fn(&mut Programme),
			|programme| {
				programme.validity_months = ValidityMonths::Usually(1_200);
				programme.review_months = Some(1_200);
				programme.decision_days = 365;
			},
			|programme| programme.validity_months = ValidityMonths::AtMost(1),
			|programme| programme.validity_months = ValidityMonths::NoEnd,
			|programme| {
				programme.applications = applied(true);
				programme.opinions_required = agencies(&["HEALTH", "PORTS"]);
			},
		] {
			assert_ok!(set(change));
		}
	});
}

#[test]
fn set_domestic_offers_should_replace_them() {
	build_and_execute(|| {
		let offer = Offer {
			types: vec![kind("OEA", "FULL")].try_into().expect("few"),
			roles: EligibleRoles::new([Role::Exporter]).expect("one"),
			directions: Directions::new([Direction::Export]).expect("one"),
			rows: Rows::new([Row {
				benefit: Benefit::ReducedData,
				requires: Requires::Customs,
			}])
			.expect("one"),
		};
		for offers in [vec![offer], vec![]] {
			let written = offers.iter().cloned().map(Into::into).collect();
			assert_ok!(Certificates::set_domestic_offers(signed(MX), written));
			let offers: frame_support::BoundedVec<_, _> = offers.try_into().expect("few");
			assert_eq!(Certificates::domestic_offers(Territory::MX), offers);
			expect_event(Event::DomesticOffersSet {
				administration: Territory::MX,
				offers,
			});
		}
	});
}
