//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use aeo_mocks::{CL, CO, STRANGER};
use aeo_primitives::recognition::Standing;
use frame_support::dispatch::{DispatchClass, GetDispatchInfo};

/// Who may call.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rightful {
	/// An officer of Mexico, the issuer, with scope `Suspension`.
	Officer,
	/// Another one than the maker.
	Second,
	/// An officer for risk of Costa Rica or Peru.
	Risk,
	/// An officer for risk of Costa Rica, which has suspended its recognition.
	OwnRisk,
	/// An officer for clearance of Costa Rica or Peru.
	Clearance,
	/// An officer for risk of Mexico, which has received a report.
	IssuersRisk,
}
use Rightful::*;

/// MX-1 is suspended, with a reinstatement that waits; MX-4 is in force.
fn set_up() {
	certify();
	assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
	assert_ok!(suspend_one(CUSTOMS, SuspensionScope::Full));
	assert_ok!(propose(NUMBER));
	assert_ok!(suspend_recognition(CR, Territory::MX, NUMBER));
	assert_ok!(report(CR, Territory::MX, NUMBER));
	aeo_mocks::set_standing(Territory::CO, Standing::QuarantinedByItself);
}

/// Every call, right but for its origin.
fn calls() -> Vec<(Call<Test>, Rightful)> {
	let (issuer, document, ground) = (Territory::MX, document(), Ground::Authority);
	let scope = SuspensionScope::Full;
	let number = || written(NUMBER);
	vec![
		(
			Call::suspend {
				subject: Subject::Number(written(BOTH)),
				scope,
				end: WrittenSuspensionEnd::Open,
				ground,
				document,
			},
			Officer,
		),
		(
			Call::propose_reinstatement {
				number: written(CUSTOMS),
				scope,
				ground,
				document,
			},
			Officer,
		),
		(
			Call::confirm_reinstatement {
				number: number(),
				proposal: 1,
			},
			Second,
		),
		(
			Call::refuse_reinstatement {
				number: number(),
				proposal: 1,
			},
			Officer,
		),
		(
			Call::suspend_recognition {
				issuer,
				number: number(),
				review_on: written("2027-03-31"),
				document,
			},
			Risk,
		),
		(
			Call::restore_recognition {
				issuer,
				number: number(),
				document,
			},
			OwnRisk,
		),
		(
			Call::acknowledge {
				issuer,
				number: number(),
				version: 2,
			},
			Clearance,
		),
		(
			Call::acknowledge_through {
				issuer,
				changes: 2,
				ordinals: 4,
			},
			Clearance,
		),
		(
			Call::report_irregularity {
				issuer,
				number: number(),
				document,
			},
			Risk,
		),
		(
			Call::answer_irregularity {
				report: 0,
				document,
			},
			IssuersRisk,
		),
	]
}

/// Every kind of signer there is, and what it may be.
fn signers() -> Vec<(AccountId, Vec<Rightful>)> {
	let mut signers = vec![
		(STRANGER, vec![]),
		(MX, vec![]),
		(CR, vec![]),
		(aeo_mocks::signatory(MX), vec![]),
		(officer(MX, Scope::Suspension), vec![Officer]),
		(second_officer(MX, Scope::Suspension), vec![Officer, Second]),
		(officer(CR, Scope::Risk), vec![Risk, OwnRisk]),
		(officer(PE, Scope::Risk), vec![Risk]),
		(officer(CR, Scope::Clearance), vec![Clearance]),
		(officer(PE, Scope::Clearance), vec![Clearance]),
		// The issuer is no partner of itself.
		(officer(MX, Scope::Risk), vec![IssuersRisk]),
		(officer(MX, Scope::Clearance), vec![]),
		// Another administration can't name a Mexican certificate.
		(officer(PE, Scope::Suspension), vec![]),
	];
	for scope in Scope::ALL {
		// In quarantine, and withdrawn.
		signers.push((officer(CO, *scope), vec![]));
		signers.push((officer(CL, *scope), vec![]));
		if !matches!(scope, Scope::Suspension | Scope::Risk | Scope::Clearance) {
			signers.push((officer(MX, *scope), vec![]));
			signers.push((officer(CR, *scope), vec![]));
		}
	}
	signers
}

/// Every kind of origin there is, and what it may be.
fn origins() -> Vec<(RuntimeOrigin, Vec<Rightful>)> {
	let unsigned = [RuntimeOrigin::none(), RuntimeOrigin::root()].map(|origin| (origin, vec![]));
	let signed = signers()
		.into_iter()
		.map(|(account, is)| (signed(account), is));
	unsigned.into_iter().chain(signed).collect()
}

aeo_mocks::origin_tests!(set_up);

#[test]
fn only_suspend_should_be_operational() {
	for (call, _) in calls() {
		let info = call.get_dispatch_info();
		let expected = match call {
			Call::suspend { .. } => DispatchClass::Operational,
			_ => DispatchClass::Normal,
		};
		assert_eq!(info.class, expected, "{call:?}");
		assert!(info.call_weight.ref_time() > 0);
	}
}
