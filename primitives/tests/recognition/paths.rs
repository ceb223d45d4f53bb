//! The explanation: every path by itself, against the answer.

use std::{
	cmp::Reverse,
	collections::{BTreeMap, BTreeSet},
};

use aeo_primitives::{
	recognition::{
		evaluate, paths, Basis, Denial, Facts, Outcome, Path, PathResult, Resolution, Trader,
		TraderState,
	},
	Benefit, Territory,
};
use proptest::prelude::*;

use crate::{
	properties,
	world::{administration, facts, facts_at_home, first_leg, sources, trader},
};

/// How far a path came, in the order of the text.
fn place(path: &Path) -> u32 {
	let PathResult::Refused(denial) = &path.result else {
		return u32::MAX;
	};
	match (denial, path.basis) {
		(Denial::IssuerUnverifiable, _) => 1,
		(Denial::RoleNotCertified, _) => 3,
		(Denial::NoAgreement, _) => 4,
		(Denial::TypeNotEligible, _) => 5,
		(Denial::RoleNotEligible, _) => 6,
		(Denial::DirectionNotCovered, _) => 7,
		(Denial::NoConsent, _) => 8,
		(Denial::RecognitionSuspended, _) => 9,
		(Denial::Suspended, Some(_)) => 10,
		(_, None) => 2,
		(other, Some(basis)) => panic!("{other:?} under {basis:?}"),
	}
}

/// The later day, none latest, then the smaller number.
fn precedence(trader: &Trader, path: &Path) -> impl Ord {
	let found = trader
		.certificates
		.iter()
		.find(|one| one.number == path.certificate)
		.expect("a path has its certificate");
	let day = found.validity.map(|validity| match validity.until {
		None => "without end".to_string(),
		Some(day) => day.to_string(),
	});
	(day, Reverse(path.certificate.to_string()))
}

/// What the paths come to together is the answer.
fn ensure_explained(facts: &Facts) -> Result<(), TestCaseError> {
	let (paths, answer) = (paths(facts), evaluate(facts));
	let trader = match &facts.trader {
		Resolution::Found(trader) if trader.state == TraderState::Active => trader,
		_ => {
			prop_assert!(paths.is_empty());
			return Ok(());
		}
	};
	let mut counted: BTreeMap<Benefit, BTreeSet<(String, Basis)>> = BTreeMap::new();
	for path in &paths {
		if let (PathResult::Counted(benefits), Some(basis)) = (&path.result, path.basis) {
			for benefit in benefits.iter() {
				let source = (path.certificate.to_string(), basis);
				counted.entry(benefit).or_default().insert(source);
			}
		}
	}
	match answer.outcome.clone() {
		Outcome::Granted(_) => {
			let named = sources(&answer);
			prop_assert_eq!(named.len(), counted.len());
			for (benefit, certificate, basis) in named {
				prop_assert!(counted[&benefit].contains(&(certificate, basis)));
			}
		}
		Outcome::Denied {
			denial,
			certificate,
		} => {
			prop_assert!(counted.is_empty());
			let nearest = paths
				.iter()
				.max_by_key(|path| (place(path), precedence(trader, path)));
			let expected = nearest.map(|path| (path.result.clone(), path.certificate.clone()));
			let said = certificate.map(|number| (PathResult::Refused(denial), number));
			prop_assert_eq!(said, expected);
		}
	}
	Ok(())
}

/// Each path says what the rule answers where there is nothing but this path.
fn ensure_alone(facts: &Facts) -> Result<(), TestCaseError> {
	let Resolution::Found(trader) = &facts.trader else {
		return Ok(());
	};
	let at_home = facts.grantor.territory == trader.issuer.territory;
	let mut paths = paths(facts).into_iter().peekable();
	for certificate in &trader.certificates {
		let mut alone = trader.clone();
		alone.certificates = vec![certificate.clone()].try_into().unwrap();
		let offers = if at_home {
			trader.domestic.len()
		} else {
			trader.legs.len()
		};
		for place in 0..offers.max(1) {
			let Some(path) = paths.next_if(|path| path.certificate == certificate.number) else {
				prop_assert!(place > 0 || trader.state != TraderState::Active);
				break;
			};
			if path.basis.is_some() {
				alone.legs = trader
					.legs
					.iter()
					.skip(place)
					.take(1)
					.cloned()
					.collect::<Vec<_>>()
					.try_into()
					.unwrap();
				alone.domestic = trader
					.domestic
					.iter()
					.skip(place)
					.take(1)
					.cloned()
					.collect::<Vec<_>>()
					.try_into()
					.unwrap();
			}
			let only = Facts {
				trader: Resolution::Found(alone.clone()),
				..facts.clone()
			};
			match (path.result, evaluate(&only).outcome) {
				(PathResult::Refused(said), Outcome::Denied { denial, .. }) => {
					prop_assert_eq!(said, denial);
				}
				(PathResult::Counted(benefits), Outcome::Granted(given)) => {
					let given: Vec<_> = given.iter().map(|given| given.benefit).collect();
					prop_assert_eq!(benefits.iter().collect::<Vec<_>>(), given);
				}
				(said, outcome) => prop_assert!(false, "{:?}, but {:?}", said, outcome),
			}
		}
	}
	prop_assert!(paths.next().is_none());
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn the_paths_should_come_to_the_answer(facts in properties::facts()) {
		ensure_explained(&facts)?;
	}

	#[test]
	fn a_path_should_say_what_the_rule_answers_where_there_is_no_other(
		facts in properties::facts(),
	) {
		ensure_alone(&facts)?;
	}
}

/// Certificate, basis and result of each path.
fn told(facts: &Facts) -> Vec<(String, Option<Basis>, PathResult)> {
	let told = |path: Path| (path.certificate.to_string(), path.basis, path.result);
	paths(facts).into_iter().map(told).collect()
}

#[test]
fn every_leg_should_be_told() {
	let mut facts = facts();
	let mut second = first_leg(&mut facts).clone();
	second.agreement = 8;
	second.offer.types = Default::default();
	trader(&mut facts).legs.try_push(second).unwrap();
	let given = evaluate(&facts).outcome;
	let Outcome::Granted(given) = given else {
		panic!("{given:?}")
	};
	let given = given.iter().map(|one| one.benefit);
	let counted = aeo_primitives::Benefits::new(given).unwrap();
	assert_eq!(
		told(&facts),
		[
			(
				"MX-1".into(),
				Some(Basis::Agreement(7)),
				PathResult::Counted(counted)
			),
			(
				"MX-1".into(),
				Some(Basis::Agreement(8)),
				PathResult::Refused(Denial::TypeNotEligible)
			),
		]
	);
}

#[test]
fn without_an_offer_there_should_be_a_path_that_says_so() {
	let none = |denial| vec![("MX-1".to_string(), None, PathResult::Refused(denial))];
	let mut abroad = facts();
	trader(&mut abroad).legs = Default::default();
	assert_eq!(told(&abroad), none(Denial::NoAgreement));
	let mut home = facts_at_home();
	trader(&mut home).domestic = Default::default();
	assert_eq!(told(&home), none(Denial::TypeNotEligible));
	assert_eq!(home.grantor, administration(Territory::MX));
	trader(&mut home).state = TraderState::Closed;
	assert_eq!(told(&home), []);
}
