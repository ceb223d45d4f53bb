//! The programmes of the first block.

use super::*;
use crate::{GenesisConfig, GenesisOffers, GenesisProgramme};
use frame_support::traits::BuildGenesisConfig;

fn config(types: Vec<ProgrammeType>) -> GenesisConfig<Test> {
	GenesisConfig {
		programmes: vec![GenesisProgramme {
			administration: Territory::CR,
			code: "PROFAC".try_into().expect("short"),
			types,
			four_eyes: eyes(true),
			consent: ConsentMode::Standing,
			applications: applied(false),
			until_renewed: kept(false),
			validity_months: ValidityMonths::AtMost(36),
			review_months: None,
			decision_days: 30,
			opinions_required: vec![],
			branches: Default::default(),
		}],
		domestic_offers: vec![GenesisOffers {
			administration: Territory::CR,
			offers: vec![],
		}],
		..Default::default()
	}
}

#[test]
fn genesis_should_bring_programmes() {
	build_and_execute(|| {
		config(vec![program_type("OEA", Halves::Both)]).build();
		let code: aeo_primitives::ProgrammeCode = "PROFAC".try_into().expect("short");
		assert!(crate::Programmes::<Test>::contains_key(Territory::CR, code));
	});
}

#[test]
fn genesis_should_be_json() {
	let text = serde_json::to_value(config(vec![program_type("OEA", Halves::Both)]))
		.expect("it is written down");
	assert_eq!(
		text["programmes"][0],
		serde_json::json!({
			"administration": "CR",
			"code": "PROFAC",
			"types": [{ "code": "OEA", "halves": "Both" }],
			"fourEyes": "Required",
			"consent": "Standing",
			"applications": "NotRequired",
			"untilRenewed": "Ends",
			"validityMonths": { "AtMost": 36 },
			"reviewMonths": null,
			"decisionDays": 30,
			"opinionsRequired": [],
		"branches": "Apart",
		})
	);
}

#[test]
fn genesis_should_do_without_what_is_usual() {
	let programme: GenesisProgramme = serde_json::from_value(serde_json::json!({
		"administration": "CR",
		"code": "PROFAC",
		"types": [{ "code": "OEA", "halves": "Both" }],
		"fourEyes": "Required",
		"consent": "Standing",
		"validityMonths": "NoEnd",
	}))
	.expect("nothing else is asked for");
	assert_eq!(
		(
			programme.applications,
			programme.validity_months,
			programme.review_months,
			programme.decision_days,
			programme.opinions_required.len(),
		),
		(applied(false), crate::ValidityMonths::NoEnd, None, 14, 0)
	);
}

#[test]
#[should_panic(expected = "too many agencies")]
fn genesis_should_be_refused_where_a_programme_requires_too_many_opinions() {
	build_and_execute(|| {
		let mut config = config(vec![program_type("OEA", Halves::Both)]);
		config.programmes[0].opinions_required = (0..9)
			.map(|place| format!("A{place}").try_into().expect("short"))
			.collect();
		config.build();
	});
}

#[test]
#[should_panic(expected = "TypesMissing")]
fn genesis_should_be_refused_where_a_programme_is_not_well_formed() {
	build_and_execute(|| config(vec![]).build());
}
