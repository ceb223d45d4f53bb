//! Invariant I9: on the state just before a grant's extrinsic, evaluation gives the grant's benefits.

use crate::{
	chain::{motion, send, signed, Chain, Signer, CR, MX, PE},
	native,
	scenarios::{
		authorise, chain, conclude, day, document, number, rfc, tin, written, COSTA_RICA, MEXICO,
		MX1, MX2, PERU,
	},
};
use aeo_primitives::{
	recognition::{Entitlement, Outcome},
	Direction, Ground, Identifier, Role, Subject, SuspensionScope, Territory, WrittenSuspensionEnd,
};
use aeo_runtime::{Benefits, Executive, Runtime, RuntimeCall, UncheckedExtrinsic};
use pallet_benefits::Grants;
use pallet_certificates::{Decision, Pendings, Programmes, ProposalCount};
use pallet_fees::Quota;
use sp_core::H256;
use sp_runtime::{traits::Dispatchable, transaction_validity::InvalidTransaction};

/// How many grants are to be replayed.
const GRANTS: usize = 1_000;
/// Firms of Mexico, each with a certificate.
const FIRMS: u32 = 40;
/// Transactions in a block.
const PER_BLOCK: usize = 24;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
	/// A number below `sides`.
	fn throw(&mut self, sides: u64) -> u64 {
		// Knuth's multiplier; the upper bits are the good ones.
		self.0 = self
			.0
			.wrapping_mul(6_364_136_223_846_793_005)
			.wrapping_add(1_442_695_040_888_963_407);
		(self.0 >> 33) % sides
	}

	fn of<T: Copy>(&mut self, list: &[T]) -> T {
		let sides = u64::try_from(list.len()).expect("short");
		list[usize::try_from(self.throw(sides)).expect("short")]
	}
}

/// What a benefit would be given for.
#[derive(Clone, Debug)]
struct Question {
	grantor: Territory,
	declaration: H256,
	identifier: Identifier,
	role: Role,
	direction: Direction,
}

/// A transaction, and the question where it asks for a benefit.
struct Sent {
	extrinsic: UncheckedExtrinsic,
	question: Option<Question>,
}

/// The firms' certificates, two agreements, quotas without end, and a programme that needs no second
/// officer, so that decisions are taken at once: all but rectifications, which always take two.
fn world() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		for administration in [Territory::MX, Territory::CR, Territory::PE] {
			let quota = Quota {
				max: u128::MAX / 2,
				recovery: 1,
			};
			let call = pallet_fees::Call::<Runtime>::set_quota {
				administration,
				quota,
			};
			assert_eq!(motion(call, 3, &[MX, CR, PE]), Some(Ok(())));
		}
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, PERU, Some("2026-11-24"));
		let code = aeo_primitives::ProgrammeCode::try_from("OEA").expect("short");
		let programme = Programmes::<Runtime>::get(Territory::MX, &code).expect("of the preset");
		let call = RuntimeCall::Certificates(pallet_certificates::Call::set_programme {
			code: code.into(),
			programme: pallet_certificates::Programme {
				four_eyes: aeo_primitives::FourEyes::NotRequired,
				..programme
			}
			.into(),
		});
		call.dispatch(Some(MX.account()).into())
			.expect("it is well formed");
	});
	let mut firms = 0..FIRMS;
	while !firms.is_empty() {
		chain.block(|| {
			for firm in firms.by_ref().take(PER_BLOCK) {
				let call = pallet_certificates::Call::<Runtime>::propose {
					number: written(&certificate(firm)),
					decision: crate::chain::as_written(authorise(&rfc(firm), Role::Exporter, None)),
				};
				send(MX1, call).expect("valid").expect("certified");
			}
		});
	}
	chain
}

fn certificate(firm: u32) -> aeo_primitives::CertificateNumber {
	number(&format!("MX-{firm}"))
}

const OFFICERS: [(&str, Territory); 3] = [
	("//MX//officer//1", Territory::MX),
	("//CR//officer//1", Territory::CR),
	("//PE//officer//1", Territory::PE),
];

/// Somebody asks for a benefit.
fn grant(dice: &mut Dice, firm: u32) -> (RuntimeCall, &'static str, Question) {
	let (officer, grantor) = dice.of(&OFFICERS);
	let identifier = match dice.throw(2) {
		0 => Identifier::Tin(tin(&rfc(firm))),
		_ => Identifier::Certificate {
			issuer: Territory::MX,
			number: written(&certificate(firm)),
		},
	};
	let question = Question {
		grantor,
		// Some declarations come twice.
		declaration: H256::from_low_u64_be(1 + dice.throw(6_000)),
		identifier,
		role: dice.of(&[
			Role::Exporter,
			Role::Exporter,
			Role::Exporter,
			Role::Importer,
		]),
		direction: dice.of(&[Direction::Import, Direction::Import, Direction::Export]),
	};
	let call = pallet_benefits::Call::grant {
		declaration: question.declaration,
		identifier: question.identifier.clone(),
		role: question.role,
		direction: question.direction,
	};
	(call.into(), officer, question)
}

/// The second officer confirms what was proposed last; it may be confirmed already.
fn confirm_last() -> (RuntimeCall, &'static str) {
	let proposal = ProposalCount::<Runtime>::get(Territory::MX);
	let waiting = Pendings::<Runtime>::get(Territory::MX, proposal);
	let number = waiting.map_or(certificate(0), |waiting| waiting.certificate);
	let confirm = pallet_certificates::Call::confirm {
		number: number.into(),
		proposal,
	};
	(confirm.into(), MX2)
}

/// Somebody changes what the benefits depend on.
fn change(dice: &mut Dice, firm: u32) -> (RuntimeCall, &'static str) {
	let scope = dice.of(&[
		SuspensionScope::Full,
		SuspensionScope::Customs,
		SuspensionScope::Security,
	]);
	let (issuer, grantor) = (Territory::MX, dice.of(&[Territory::CR, Territory::PE]));
	let agreement = u32::from(grantor == Territory::PE);
	let at_grantor = if grantor == Territory::CR {
		"//CR//officer//1"
	} else {
		"//PE//officer//1"
	};
	match dice.throw(8) {
		0 | 1 => (
			pallet_suspensions::Call::suspend {
				subject: Subject::Number(written(&certificate(firm))),
				scope,
				end: WrittenSuspensionEnd::Open,
				ground: Ground::Authority,
				document: document(),
			}
			.into(),
			MX1,
		),
		2 | 3 => (
			pallet_suspensions::Call::propose_reinstatement {
				number: written(&certificate(firm)),
				scope,
				ground: Ground::Authority,
				document: document(),
			}
			.into(),
			MX1,
		),
		4 if dice.throw(2) == 0 => confirm_last(),
		4 => (
			pallet_certificates::Call::propose {
				number: written(&certificate(firm)),
				decision: crate::chain::as_written(Decision::Rectify {
					roles: aeo_primitives::Roles::new([
						Role::Exporter,
						dice.of(&[Role::Importer, Role::Manufacturer]),
					])
					.expect("two"),
					valid_from: day("2026-11-24"),
					valid_until: None,
					document: document(),
				}),
			}
			.into(),
			MX1,
		),
		5 => (
			pallet_suspensions::Call::suspend_recognition {
				issuer,
				number: written(&certificate(firm)),
				review_on: written("2027-11-24"),
				document: document(),
			}
			.into(),
			at_grantor,
		),
		6 => (
			pallet_suspensions::Call::restore_recognition {
				issuer,
				number: written(&certificate(firm)),
				document: document(),
			}
			.into(),
			at_grantor,
		),
		_ if dice.throw(2) == 0 => (
			pallet_agreements::Call::suspend_leg {
				agreement,
				issuer,
				grantor,
			}
			.into(),
			at_grantor,
		),
		_ => (
			pallet_agreements::Call::resume_leg {
				agreement,
				issuer,
				grantor,
			}
			.into(),
			at_grantor,
		),
	}
}

/// A chain of random changes and grants; gives its blocks.
fn live(chain: &mut Chain) -> Vec<Vec<Sent>> {
	let mut dice = Dice(20_261_125);
	let mut blocks = Vec::new();
	let mut given = 0;
	while given < GRANTS {
		let block = chain.block(|| {
			let mut block = Vec::new();
			for _ in 0..PER_BLOCK {
				let firm = u32::try_from(dice.throw(FIRMS.into())).expect("small");
				let (call, officer, question) = if dice.throw(10) == 0 {
					let (call, officer) = change(&mut dice, firm);
					(call, officer, None)
				} else {
					let (call, officer, question) = grant(&mut dice, firm);
					(call, officer, Some(question))
				};
				let is_new = question
					.as_ref()
					.is_some_and(|asked| recorded(asked).is_none());
				let extrinsic = signed(officer, call);
				// As the author of a block does: what doesn't get in leaves nothing behind.
				sp_io::storage::start_transaction();
				let result = match Executive::apply_extrinsic(extrinsic.clone()) {
					Ok(result) => {
						sp_io::storage::commit_transaction();
						result
					}
					Err(refusal) => {
						sp_io::storage::rollback_transaction();
						// The block is full, which a suspension's weight before its dispatch can do.
						assert_eq!(refusal, InvalidTransaction::ExhaustsResources.into());
						break;
					}
				};
				if is_new && result.is_ok() {
					given += 1;
				}
				block.push(Sent {
					extrinsic,
					question,
				});
			}
			block
		});
		blocks.push(block);
	}
	blocks
}

/// The benefits that a grant recorded.
fn recorded(question: &Question) -> Option<Vec<Entitlement>> {
	Benefits::grant_of(question.grantor, question.declaration, question.role)
		.map(|grant| grant.entitlements.into_inner())
}

/// The benefits that evaluation gives on the present state.
fn evaluated(question: &Question) -> Option<Vec<Entitlement>> {
	let Question {
		grantor,
		identifier,
		role,
		direction,
		..
	} = question;
	native::ensure_evaluated_alike(*grantor, identifier, *role, *direction);
	let answer = Benefits::evaluate(*grantor, identifier, *role, *direction)
		.expect("it is an administration");
	match answer.outcome {
		Outcome::Granted(entitlements) => Some(entitlements.into_inner()),
		Outcome::Denied { .. } => None,
	}
}

#[test]
fn a_thousand_grants_should_follow_from_the_states_before_them() {
	let mut first = world();
	let blocks = live(&mut first);
	let mut again = world();
	let (mut replayed, mut denied, mut repeated) = (0, 0, 0);
	for block in blocks {
		let compared = again.block(|| {
			let mut compared = Vec::new();
			for Sent {
				extrinsic,
				question,
			} in block
			{
				let before = question.map(|question| {
					let is_new = recorded(&question).is_none();
					(evaluated(&question), is_new, question)
				});
				let result = Executive::apply_extrinsic(extrinsic).expect("it is valid still");
				compared.extend(before.map(|before| (before, result)));
			}
			compared
		});
		for ((evaluated, is_new, question), result) in compared {
			// What the first chain has recorded for good.
			let recorded = first.read(|| recorded(&question));
			match (is_new, result) {
				(true, Ok(_)) => {
					replayed += 1;
					assert_eq!(evaluated, recorded, "{question:?}");
				}
				(true, Err(_)) => {
					denied += 1;
					assert_eq!(evaluated, None, "{question:?}");
				}
				(false, _) => {
					repeated += 1;
					assert!(recorded.is_some(), "{question:?}");
				}
			}
		}
	}
	// Signatures differ from chain to chain, so that hashes do too; nothing else may.
	let everything = || {
		let mut grants: Vec<_> = Grants::<Runtime>::iter().collect();
		grants.sort_by_key(|(grantor, key, _)| (*grantor, *key));
		grants
	};
	assert!(
		again.read(everything) == first.read(everything),
		"the chains differ"
	);
	assert!(
		replayed + repeated >= GRANTS && replayed > 500,
		"{replayed}"
	);
	assert!(denied > 100 && repeated > 50, "{denied} {repeated}");
	let rectified = first.read(|| {
		pallet_certificates::Certificates::<Runtime>::iter_prefix_values(Territory::MX)
			.filter(|record| record.roles.iter().count() > 1)
			.count()
	});
	assert!(rectified > 0, "no second officer confirmed a rectification");
}
