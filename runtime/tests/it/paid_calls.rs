//! Every call and every role: what the quotas pay for.

use crate::{
	chain::{done, Chain, Signer, CR, MX},
	equivocations,
	scenarios::{chain, tin, MX1, TIN},
};
use aeo_primitives::{AccountKinds, Date, Role, Roles};
use aeo_runtime::{
	configs::paid_calls::CallsOfTheRole, AccountId, Administrations, Runtime, RuntimeCall,
};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::GetDispatchInfo, pallet_prelude::InvalidTransaction, traits::GetCallMetadata,
};
use pallet_administrations::Call;
use pallet_fees::{PaidCalls, Purpose};
use scale_info::{MetaType, TypeDef};
use sp_core::Pair;
use sp_keyring::Ed25519Keyring;
use sp_session::MembershipProof;
use std::{collections::BTreeSet, sync::OnceLock};

/// Who signs, in the order of the columns below: Mexico's own account, an officer with all scopes, one
/// without, the account offered to replace the own account, a holder, an agency, an account offered
/// to a trader; of Costa Rica, which has quarantined itself, the own account, the one offered to
/// replace it, an officer without scope, an officer with all, a holder; and a stranger.
const SIGNERS: [&str; 13] = [
	"//Alice",
	"//MX//officer//1",
	"//MX//signatory",
	"//MX//incoming",
	"//MX//holder",
	"//MX//agency",
	"//MX//offered",
	"//Bob",
	"//CR//incoming",
	"//CR//signatory",
	"//CR//officer//1",
	"//CR//holder",
	"//stranger",
];

/// What each call is for: work, protection, suspension; `-` where no quota pays for it, `x` where it is
/// refused. Batches and multisigs are for what is in them; here they hold a remark.
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/paid_calls.txt");

/// Mexico is admitted, Costa Rica in a quarantine of its own.
fn prepared() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		for (own, officer, firm, name) in [
			(MX, MX1, TIN, "MX"),
			(CR, "//CR//officer//1", "CR 3-101-000001", "CR"),
		] {
			let account = |role: &str| -> AccountId {
				let path = format!("//{name}//{role}");
				sp_core::sr25519::Pair::from_string(&path, None)
					.expect("a development path")
					.public()
					.into()
			};
			let signatory = account("signatory");
			done(own, Call::<Runtime>::appoint_signatory { signatory });
			let incoming = account("incoming");
			done(own, Call::<Runtime>::rotate_account { account: incoming });
			done(
				own,
				pallet_applications::Call::<Runtime>::register_agency {
					code: "HEALTH".try_into().expect("short"),
					account: account("agency"),
				},
			);
			done(
				officer,
				pallet_identities::Call::<Runtime>::register {
					tin: tin(firm),
					publication_consent: sp_core::H256::repeat_byte(7),
				},
			);
			for role in ["holder", "offered"] {
				done(
					officer,
					pallet_identities::Call::<Runtime>::offer_account {
						tin: tin(firm),
						account: account(role),
						instrument: None,
					},
				);
			}
		}
		for (holder, firm) in [("//MX//holder", TIN), ("//CR//holder", "CR 3-101-000001")] {
			done(
				holder,
				pallet_identities::Call::<Runtime>::accept_account { tin: tin(firm) },
			);
		}
		done(CR, Call::<Runtime>::quarantine_own {});
	});
	chain
}

fn purpose(signer: &'static str, call: &RuntimeCall) -> char {
	let account = signer.account();
	let signer = Administrations::signer(&account);
	match CallsOfTheRole::purpose(&account, signer.as_ref(), call, &call.get_dispatch_info()) {
		Ok(Some(Purpose::Work)) => 'w',
		Ok(Some(Purpose::Protection)) => 'p',
		Ok(Some(Purpose::GoesFirst)) => 's',
		Ok(None) => '-',
		Err(InvalidTransaction::Custom(_)) => 'x',
		Err(other) => panic!("{other:?}"),
	}
}

#[test]
fn quotas_should_pay_for_what_this_table_says_and_for_nothing_else() {
	let mut chain = prepared();
	let found: String = chain.read(|| {
		let rows = every_call().iter().map(|call| {
			let name = call.get_call_metadata();
			let purposes: String = SIGNERS.iter().map(|signer| purpose(signer, call)).collect();
			format!("{purposes} {}.{}\n", name.pallet_name, name.function_name)
		});
		rows.collect()
	});
	let table = std::fs::read_to_string(TABLE).expect("the table is there");
	let missing: Vec<_> = found
		.lines()
		.filter(|row| !table.lines().any(|known| known == *row))
		.collect();
	assert!(
		missing.is_empty(),
		"place each call in runtime/src/configs/paid_calls.rs and in tests/it/paid_calls.txt:\n{}",
		missing.join("\n")
	);
	assert_eq!(
		table.trim(),
		found.trim(),
		"the table names calls that are none"
	);
}

/// Pieces of arguments, in an order without a pattern.
struct Pieces {
	state: u64,
	pieces: [Vec<u8>; 6],
}

impl Pieces {
	fn new() -> Self {
		let date = "2026-12-31".parse::<Date>().expect("a day").encode();
		let roles = Roles::new([Role::Exporter]).expect("one").encode();
		Self {
			state: 1,
			pieces: [vec![0], vec![0; 32], vec![1], date, roles, vec![4, 1]],
		}
	}

	fn next(&mut self) -> Vec<u8> {
		// xorshift
		self.state ^= self.state << 13;
		self.state ^= self.state >> 7;
		self.state ^= self.state << 17;
		let place = usize::try_from((self.state >> 32) % 6).expect("small");
		self.pieces[place].clone()
	}
}

/// The indices of all pallets and their calls, as the type of a call says.
fn indices() -> Vec<(u8, u8)> {
	let variants = |meta: MetaType| match meta.type_info().type_def {
		TypeDef::Variant(of) => of.variants,
		other => panic!("calls are enums, and not {other:?}"),
	};
	let pallets = variants(MetaType::new::<RuntimeCall>());
	let calls = pallets.into_iter().flat_map(|pallet| {
		let calls = variants(pallet.fields[0].ty);
		calls
			.into_iter()
			.map(move |call| (pallet.index, call.index))
	});
	calls.collect()
}

/// The reports of equivocations, which prove something that can't be put together from nothing.
fn reports() -> [RuntimeCall; 4] {
	let owner = MembershipProof {
		session: 0,
		trie_nodes: vec![],
		validator_count: 4,
	};
	let votes = || {
		Box::new(equivocations::votes(
			0,
			5,
			&Ed25519Keyring::Bob.pair(),
			[1, 2],
		))
	};
	let blocks = || Box::new(equivocations::blocks(9, [1, 2], CR));
	[
		pallet_grandpa::Call::<Runtime>::report_equivocation {
			equivocation_proof: votes(),
			key_owner_proof: owner.clone(),
		}
		.into(),
		pallet_grandpa::Call::<Runtime>::report_equivocation_unsigned {
			equivocation_proof: votes(),
			key_owner_proof: owner.clone(),
		}
		.into(),
		pallet_equivocations::Call::<Runtime>::report_two_blocks {
			equivocation_proof: blocks(),
			key_owner_proof: owner.clone(),
		}
		.into(),
		pallet_equivocations::Call::<Runtime>::report_two_blocks_unsigned {
			equivocation_proof: blocks(),
			key_owner_proof: owner,
		}
		.into(),
	]
}

/// One call of each kind that the runtime knows, with whatever arguments decode.
pub fn every_call() -> &'static [RuntimeCall] {
	/// They take a while to find.
	static CALLS: OnceLock<Vec<RuntimeCall>> = OnceLock::new();
	CALLS.get_or_init(find_every_call)
}

fn find_every_call() -> Vec<RuntimeCall> {
	let reports = reports();
	let mut calls = vec![];
	let mut pieces = Pieces::new();
	for (pallet, call) in indices() {
		let decode = |arguments: &[u8]| {
			let mut bytes = vec![pallet, call];
			bytes.extend(arguments);
			bytes.resize(1_024, 0);
			RuntimeCall::decode(&mut &bytes[..]).ok()
		};
		let plain = [0, 1, 4, 8, 32]
			.into_iter()
			.find_map(|fill| decode(&[fill; 1_022]));
		// What has dates and sets in it is put together from such, until it is found.
		let report = reports
			.iter()
			.find(|report| report.encode().starts_with(&[pallet, call]))
			.cloned();
		calls.extend(report.or(plain).or_else(|| {
			(0..20_000)
				.find_map(|_| decode(&(0..8).flat_map(|_| pieces.next()).collect::<Vec<_>>()))
		}));
	}
	let names: BTreeSet<_> = calls
		.iter()
		.map(|call| {
			let name = call.get_call_metadata();
			(name.pallet_name, name.function_name)
		})
		.collect();
	let expected = RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| {
			let calls = RuntimeCall::get_call_names(pallet);
			calls.iter().map(move |call| (*pallet, *call))
		})
		.collect::<BTreeSet<_>>();
	let missing: Vec<_> = expected.difference(&names).collect();
	assert!(
		missing.is_empty(),
		"these calls have no example: {missing:?}"
	);
	calls
}
