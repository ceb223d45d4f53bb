//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use aeo_primitives::recognition::Standing;

/// Who may call: own accounts and officers of Mexico and Costa Rica.
#[derive(Clone, Copy, PartialEq)]
enum Rightful {
	/// An officer or the own account of Mexico, the proposer.
	Mexico,
	/// An officer or the own account of Costa Rica, the grantor.
	CostaRica,
	/// Either.
	Ends,
	/// The own account of Costa Rica, which has not signed.
	Signatory,
	/// The own account of either.
	Owns,
	/// The own account of Mexico, the proposer.
	Proposer,
}
use Rightful::*;

/// 0 is in force, in 1 Costa Rica has given no day, 2 waits for Costa Rica, and so does an amendment
/// of 3; Mexico has given notice of 4 and of 5, and has asked that it be withdrawn of 5.
fn set_up() {
	conclude();
	let number = propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
	assert_ok!(sign(CR, number, None));
	propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
	let legs = mesh(&[Territory::MX, Territory::CR]);
	assert_ok!(amend_with(signed(MX), conclude(), &[], legs, None));
	for asked in [false, true] {
		let number = conclude();
		leave(MX, number);
		if asked {
			assert_ok!(Agreements::withdraw_notice(signed(MX), number));
		}
	}
	aeo_mocks::set_standing(Territory::CO, Standing::QuarantinedByItself);
}

/// Every call, right but for its origin.
fn calls() -> Vec<(Call<Test>, Rightful)> {
	let (issuer, grantor) = (Territory::MX, Territory::CR);
	vec![
		(
			Call::propose {
				parties: vec![issuer, grantor].into(),
				text: text(),
				signed_on: None,
				notice_days: 60,
				legs: written_mesh(&[issuer, grantor]),
				in_force_from: None,
			},
			Ends,
		),
		(
			Call::sign {
				agreement: 3,
				terms: terms(3),
				in_force_from: None,
			},
			Signatory,
		),
		(
			Call::put_in_force {
				agreement: 2,
				issuer,
				from: written(TODAY),
			},
			CostaRica,
		),
		(
			Call::suspend_leg {
				agreement: 1,
				issuer,
				grantor,
			},
			Ends,
		),
		(
			Call::resume_leg {
				agreement: 2,
				issuer: grantor,
				grantor: issuer,
			},
			Mexico,
		),
		(Call::retract { agreement: 3 }, Mexico),
		(Call::give_notice { agreement: 1 }, Owns),
		(
			Call::propose_amendment {
				agreement: 1,
				text: annex(),
				new_parties: WrittenSet::default(),
				legs: written_mesh(&[issuer, grantor]),
				removed: WrittenSet::default(),
				notice_days: None,
				in_force_from: None,
			},
			Owns,
		),
		(
			Call::sign_amendment {
				agreement: 4,
				terms: amendment_terms(4),
				in_force_from: None,
			},
			Signatory,
		),
		(Call::retract_amendment { agreement: 4 }, Proposer),
		(
			Call::record_milestone {
				agreement: 1,
				kind: aeo_primitives::MilestoneKind::Pilot,
				on: written(TODAY),
				document: text(),
			},
			Ends,
		),
		(Call::withdraw_notice { agreement: 5 }, Proposer),
		(
			Call::agree_to_withdrawal {
				agreement: 6,
				party: issuer,
			},
			Signatory,
		),
	]
}

/// Every kind of origin there is, and what it may be.
fn origins() -> Vec<(RuntimeOrigin, Vec<Rightful>)> {
	let mut origins = vec![
		(RuntimeOrigin::none(), vec![]),
		(RuntimeOrigin::root(), vec![]),
		(signed(STRANGER), vec![]),
		(signed(MX), vec![Mexico, Ends, Owns, Proposer]),
		(by(MX), vec![Mexico, Ends]),
		(signed(CR), vec![CostaRica, Ends, Signatory, Owns]),
		(by(CR), vec![CostaRica, Ends]),
		(signed(PE), vec![]),
		(by(PE), vec![]),
		(signed(aeo_mocks::signatory(MX)), vec![]),
		// Quarantined, and withdrawn.
		(signed(CO), vec![]),
		(by(CO), vec![]),
		(signed(CL), vec![]),
		(by(CL), vec![]),
	];
	for scope in Scope::ALL {
		if *scope != Scope::Agreements {
			origins.push((signed(officer(MX, *scope)), vec![]));
			origins.push((signed(officer(CR, *scope)), vec![]));
		}
	}
	origins
}

/// Mexico has suspended the leg that `resume_leg` resumes.
fn prepared() {
	set_up();
	assert_ok!(Agreements::suspend_leg(
		by(MX),
		2,
		Territory::CR,
		Territory::MX
	));
}

aeo_mocks::origin_tests!(prepared);
