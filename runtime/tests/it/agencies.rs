//! Agencies, through signed extrinsics: who pays for an opinion, and that an account has one role.

use crate::{
	chain::{done, send, Chain, Signer, MX},
	scenarios::last_proposal,
};
use aeo_primitives::{
	recognition::ConsentMode, CertificateNumber, CertificateState, CertificateType, Halves,
	Opinion, ProgrammeType, Role, Roles, Territory,
};
use aeo_runtime::{configs::fees::AccountQuota, queries, Runtime, RuntimeCall};
use frame_support::pallet_prelude::InvalidTransaction;
use pallet_certificates::{Call, Decision, Programme, ValidityMonths};
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{Eve, Ferdie};
use sp_runtime::{DispatchError, ModuleError};

const MX1: &str = "//MX//officer//1";
const MX2: &str = "//MX//officer//2";
const TIN: &str = "MX NWM-970924-4W4";

fn number() -> CertificateNumber {
	"MX-OEA-0001".try_into().expect("short")
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

fn kind() -> CertificateType {
	CertificateType {
		programme: "OEA".try_into().expect("short"),
		code: "OEA".try_into().expect("short"),
	}
}

fn exporter() -> Roles {
	Roles::new([Role::Exporter]).expect("one")
}

/// Mexico's programme requires an opinion of its health agency, which signs with Ferdie's key, and
/// an application is accepted.
fn chain() -> Chain {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let programme = Programme {
			types: vec![ProgrammeType {
				code: "OEA".try_into().expect("short"),
				halves: Halves::Both,
			}]
			.try_into()
			.expect("one"),
			four_eyes: aeo_primitives::FourEyes::Required,
			consent: ConsentMode::Standing,
			applications: pallet_certificates::Applications::Required,
			until_renewed: pallet_certificates::UntilRenewed::Ends,
			validity_months: ValidityMonths::AtMost(36),
			review_months: Some(12),
			decision_days: 14,
			opinions_required: vec!["HEALTH".try_into().expect("short")]
				.try_into()
				.expect("one"),
			branches: Default::default(),
		};
		let code = "OEA".try_into().expect("short");
		done(
			MX,
			Call::<Runtime>::set_programme {
				code,
				programme: programme.into(),
			},
		);
		done(
			MX,
			pallet_applications::Call::<Runtime>::register_agency {
				code: "HEALTH".try_into().expect("short"),
				account: Ferdie.account(),
			},
		);
		done(
			MX1,
			pallet_applications::Call::<Runtime>::enter_application {
				number: number().into(),
				tin: TIN.try_into().expect("short"),
				publication_consent: document(),
				certificate_type: kind().into(),
				roles: exporter().into(),
				document: document(),
			},
		);
		let (number, document) = (number(), document());
		done(
			MX1,
			pallet_applications::Call::<Runtime>::accept {
				number: number.into(),
				document,
			},
		);
	});
	chain
}

fn opinion() -> pallet_applications::Call<Runtime> {
	pallet_applications::Call::opine {
		number: number().into(),
		version: 2,
		opinion: Opinion::Favourable,
		document: document(),
	}
}

fn authorise() -> Call<Runtime> {
	Call::propose {
		number: number().into(),
		decision: crate::chain::as_written(Decision::Authorise {
			tin: TIN.try_into().expect("short"),
			publication_consent: document(),
			certificate_type: kind(),
			roles: exporter(),
			valid_from: "2027-03-01".parse().expect("a day"),
			valid_until: None,
			document: document(),
		}),
	}
}

/// The name of the error of a call that the runtime refuses.
fn refusal(signer: impl Signer, call: impl Into<RuntimeCall>) -> &'static str {
	match send(signer, call).expect("the extrinsic is valid") {
		Err(DispatchError::Module(ModuleError {
			message: Some(name),
			..
		})) => name,
		other => panic!("{other:?}"),
	}
}

#[test]
fn an_agency_should_pay_its_opinion_from_a_small_quota_of_its_own() {
	let mut chain = chain();
	let quota = |chain: &mut Chain| {
		chain
			.read(|| queries::quota(&Ferdie.account()))
			.expect("it has one")
	};
	let full = quota(&mut chain);
	assert_eq!((full.left, full.max), (AccountQuota::get().max, full.left));
	chain.block(|| {
		assert_eq!(refusal(MX1, authorise()), "OpinionMissing");
	});
	chain.block(|| done(Ferdie, opinion()));
	assert!(quota(&mut chain).left < full.left);
	chain.block(|| {
		done(MX1, authorise());
		let (number, proposal) = (number(), last_proposal(Territory::MX));
		done(
			MX2,
			Call::<Runtime>::confirm {
				number: number.into(),
				proposal,
			},
		);
	});
	let status = chain
		.read(|| queries::certificate(Territory::MX, &number()))
		.expect("it is there");
	assert_eq!(status.state, CertificateState::Authorised);
	let until = status.validity.and_then(|validity| validity.until);
	assert_eq!(until.map(|day| day.to_string()), Some("2030-02-28".into()));
	// The genesis of these chains is of 15 January 2027.
	let due = status.review_due.map(|day| day.to_string());
	assert_eq!(
		(due, status.review_overdue),
		(Some("2028-01-14".into()), false)
	);
}

#[test]
fn an_agencys_account_should_have_no_other_role() {
	let mut chain = chain();
	chain.block(|| {
		let appoint = pallet_administrations::Call::<Runtime>::appoint_officer {
			officer: Ferdie.account(),
			scopes: vec![aeo_primitives::Scope::Risk].into(),
		};
		assert_eq!(refusal(MX, appoint), "AccountInUse");
		let rotate = pallet_administrations::Call::<Runtime>::rotate_account {
			account: Ferdie.account(),
		};
		assert_eq!(refusal(MX, rotate), "AccountInUse");
		let offer = |account| pallet_identities::Call::<Runtime>::offer_account {
			tin: TIN.try_into().expect("short"),
			account,
			instrument: None,
		};
		assert_eq!(refusal(MX1, offer(Ferdie.account())), "AccountInUse");
		// Nor does one that is offered to be a holder, or is one, become an agency.
		let register = pallet_applications::Call::<Runtime>::register_agency {
			code: "PORTS".try_into().expect("short"),
			account: Eve.account(),
		};
		done(MX1, offer(Eve.account()));
		assert_eq!(refusal(MX, register.clone()), "AccountInUse");
		let tin = TIN.try_into().expect("short");
		done(
			Eve,
			pallet_identities::Call::<Runtime>::accept_account { tin },
		);
		assert_eq!(refusal(MX, register), "AccountInUse");
	});
}

#[test]
fn an_agency_should_wait_while_its_administration_is_quarantined() {
	let mut chain = chain();
	chain.block(|| {
		done(
			MX,
			pallet_administrations::Call::<Runtime>::quarantine_own {},
		);
		let refused = Err(InvalidTransaction::Payment.into());
		assert_eq!(send(Ferdie, opinion()), refused, "nobody pays for it");
	});
}
