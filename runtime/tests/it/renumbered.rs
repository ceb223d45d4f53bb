//! A firm gets another number and stays one firm, and a branch's number leads to the whole.

use crate::{
	chain::{done, Chain, MX},
	scenarios::{
		ask_for, benefits, certify, chain, conclude, denial, document, grant, kind, tin, written,
		BOTH, COSTA_RICA, CR1, MEXICO, MX1, MX2, NUMBER, TIN,
	},
};
use aeo_primitives::{
	recognition::{Answer, Denial, OtherNumber},
	tin::Tin,
	Direction, Identifier, NormalisedTin, Territory,
};
use aeo_runtime::{queries, Runtime};
use pallet_administrations::Coverage;
use pallet_certificates::{Branches, Programmes};
use pallet_identities::{Call, TraderDecision};

/// Another number of the same firm.
const NEW: &str = "MXSAT970701NN3";

/// The head office of a Brazilian company, and a branch of it.
const HEAD_OFFICE: &str = "BR11222333000181";
const BRANCH: &str = "BR11222333000262";

/// Most values that a question reads in the plain case.
const MOST_READS: usize = 8;

fn ask(text: &str) -> Answer {
	ask_for(
		Territory::CR,
		&Identifier::Tin(tin(text)),
		Direction::Import,
	)
}

fn reads(chain: &mut Chain, text: &str) -> usize {
	chain.reads(|| {
		ask(text);
	})
}

fn normal(text: &str) -> NormalisedTin {
	Tin::parse(text).expect("a TIN").text().clone()
}

/// Two of Mexico's officers let the firm go on under its new number.
fn renumber() {
	let decision = TraderDecision::Succeed {
		by: tin(NEW),
		document: document(),
		instrument: None,
	};
	done(
		MX1,
		Call::propose {
			tin: tin(TIN),
			decision,
		},
	);
	done(
		MX2,
		Call::confirm {
			tin: tin(TIN),
			proposal: 1,
		},
	);
}

#[test]
fn a_firm_should_stay_one_under_another_number() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, Some("2030-12-31"));
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		done(CR1, grant(1));
	});
	let plain = reads(&mut chain, TIN);
	assert!(plain <= MOST_READS, "{plain}");
	chain.block(|| {
		assert_eq!(denial(ask(NEW)), Denial::NoMatch);
		renumber();
		let (former, now) = (ask(TIN), ask(NEW));
		assert_eq!(now.other_number, None);
		assert_eq!(
			former.other_number,
			Some(OtherNumber::Former {
				present: normal(NEW)
			})
		);
		assert_eq!(benefits(former), BOTH);
		assert_eq!(benefits(now), BOTH);
		// Certificates and uses stay one.
		let held = |text| {
			queries::certificates_of(&tin(text))
				.expect("a number")
				.len()
		};
		assert_eq!((held(TIN), held(NEW)), (1, 1));
		let uses = |text| queries::uses_of(&tin(text), 0).len();
		assert_eq!((uses(TIN), uses(NEW)), (1, 1));
	});
	// By its first number it is found as ever; a later one takes one read more.
	assert_eq!(reads(&mut chain, TIN), plain);
	assert_eq!(reads(&mut chain, NEW), plain + 2);
}

#[test]
fn a_branch_should_be_covered_where_the_programme_says_so() {
	let mut chain = chain();
	chain.block(|| {
		Coverage::<Runtime>::insert(Territory::BR, Territory::MX);
		certify(NUMBER, HEAD_OFFICE, Some("2030-12-31"));
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		assert_eq!(benefits(ask(HEAD_OFFICE)), BOTH);
		assert_eq!(denial(ask(BRANCH)), Denial::NoMatch);
		let programme = kind("OEA").programme;
		let mut covering = Programmes::<Runtime>::get(Territory::MX, &programme)
			.expect("the chain begins with it");
		covering.branches = Branches::Covered;
		done(
			MX,
			pallet_certificates::Call::set_programme {
				code: written("OEA"),
				programme: covering.into(),
			},
		);
		let answer = ask(BRANCH);
		assert_eq!(
			answer.other_number,
			Some(OtherNumber::Branch {
				of: normal(HEAD_OFFICE)
			})
		);
		assert_eq!(benefits(answer), BOTH);
	});
	// The branch under both maps, the programme; and then all as for the head office.
	let plain = reads(&mut chain, HEAD_OFFICE);
	assert_eq!(reads(&mut chain, BRANCH), plain + 3);
}
