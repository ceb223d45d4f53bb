//! What comes of a credential without a node, by what is known.

use super::*;
use aeo_credentials::{key_id, sign, Evidence, Kind as TokenKind, SigningKey};
use aeo_primitives::{
	recognition::{Consent, ConsentMode, Standing},
	CertificateState, Date, PreviousKey, Role, SuspensionScope, Validity,
};
use aeo_receipt::{credential, Certificate, Shown};
use codec::{Decode, Encode};

/// 24 November 2026, 12:00 UTC.
const NOW: Moment = 1_795_521_600_000;
const DID: &str = "did:web:aduanas.example";
const TIN: &str = "MXNWM9709244W4";
const FOREIGN: &str = "CR3101123456";
const NUMBER: &str = "MX-OEA/0001";

/// The block that is known, and the one of the credential before it.
const KNOWN: u32 = 90_000;
const MADE: u32 = 81_234;

#[test]
fn what_is_known_should_count_for_a_day_and_not_from_the_future() {
	let now = NOW;
	let stale = Err(Refusal::TrustStale);
	for (known, moment, expected) in [
		(now, now, Ok(())),
		(now - MOST_AGE, now, Ok(())),
		(now - MOST_AGE - 1, now, stale),
		(now + CLOCKS, now, Ok(())),
		(now + CLOCKS + 1, now, stale),
		(Moment::MAX, now, stale),
	] {
		assert_eq!(ensure_counts(known, moment, now), expected, "{known}");
	}
}

/// An issuer, and what is known of it.
struct Scene {
	key: SigningKey,
	known: AtBlock,
}

fn number(text: &str) -> CertificateNumber {
	text.parse().expect("short")
}

fn certificate_type() -> CertificateType {
	CertificateType {
		programme: aeo_primitives::code("OEA").expect("a code"),
		code: aeo_primitives::code("FULL").expect("a code"),
	}
}

/// The certificate as the pallet stores it, written field by field.
fn stored() -> Certificate {
	let validity = Validity {
		from: "2026-01-01".parse().expect("a day"),
		until: None,
		renewal_pending: false,
	};
	let consent = Consent {
		mode: ConsentMode::Standing,
		exceptions: Default::default(),
	};
	let first = (H256([7; 32]), 4_u32, 2_u32, 2_u32, 0_u32, 0_u32);
	let what = (
		certificate_type(),
		Halves::Both,
		Roles::new([Role::Exporter]).expect("one"),
		CertificateState::Authorised,
		Some(validity),
		consent,
	);
	let asked = (false, None::<u8>, false, None::<Date>, false);
	let last = (None::<Date>, asked, false, None::<Date>);
	let bytes = (first, what, last).encode();
	Certificate::decode(&mut bytes.as_slice()).expect("it is stored so")
}

impl Scene {
	/// A certificate in force, which a receipt proves.
	fn new() -> Self {
		let key = SigningKey::generate().expect("there is randomness");
		let certified = Certified {
			shown: Shown {
				issuer: Territory::MX,
				number: number(NUMBER),
				tin: TIN.parse().expect("short"),
				certificate: stored(),
			},
			registrar: Some(Territory::MX),
			status: credential::Status {
				edition: 0,
				ended: false,
				suspended: None,
			},
			changes_at: None,
		};
		let trust = Trust {
			did: DID.try_into().expect("short"),
			key: key.public().compressed(),
			previous: None,
			standing: Standing::Admitted,
		};
		let known = AtBlock {
			genesis: H256([1; 32]),
			issuer: Territory::MX,
			block: KNOWN,
			trust: Some(trust),
			certificate: Some((number(NUMBER), Some(certified))),
		};
		Self { key, known }
	}

	/// What is proven of the certificate.
	fn certified(&mut self) -> &mut Certified {
		let (_, certified) = self.known.certificate.as_mut().expect("it is known");
		certified.as_mut().expect("there is one")
	}

	fn trust(&mut self) -> &mut Trust {
		self.known.trust.as_mut().expect("it issues")
	}

	fn credential() -> Credential {
		let (from, until) = Credential::validity(NOW - 1_000, None, NOW);
		Credential {
			did: DID.into(),
			name: "Mexico".into(),
			territory: Territory::MX,
			number: number(NUMBER),
			ordinal: 4,
			edition: 0,
			holder: "did:jwk:e30".into(),
			legal_name: None,
			tin: TIN.into(),
			certificate_type: certificate_type(),
			halves: Halves::Both,
			roles: Roles::new([Role::Exporter]).expect("one"),
			version: 3,
			from,
			until,
			evidence: Evidence {
				genesis: H256([1; 32]),
				number: MADE,
				hash: H256([2; 32]),
			},
		}
	}

	/// What comes of a credential without any list.
	fn outcome(&self, credential: &Credential) -> Result<[bool; 2], Refusal> {
		let none = |_: &Trust, _| Err(Refusal::StatusUnavailable.into());
		self.checked(credential, NOW, false, none)
	}

	fn checked(
		&self,
		credential: &Credential,
		time: Moment,
		are_wanted: bool,
		bring: impl Fn(&Trust, ListName) -> Result<String, NotTaken>,
	) -> Result<[bool; 2], Refusal> {
		let claims = credential.to_json().expect("it names a host");
		let kid = key_id(&credential.did, &self.key.public());
		let token = sign(TokenKind::Credential, &kid, &claims, &self.key).expect("it signs");
		let unchecked = Unchecked::read(&token)?;
		match self.known.holds(unchecked, time, are_wanted, bring) {
			Ok((found, halves)) => {
				assert_eq!(found, *credential);
				Ok(halves)
			}
			Err(NotTaken::Refused(why)) => Err(why),
			Err(NotTaken::Failed(failure)) => panic!("{failure:?}"),
		}
	}

	/// A list of the issuer on which a certificate stands so.
	fn list(&self, name: ListName, status: Status) -> String {
		let bits = name.bits(&[status; 5]);
		let claims = name.claims(DID, "https://aduanas.example", &bits, NOW, None);
		let kid = key_id(DID, &self.key.public());
		sign(TokenKind::Credential, &kid, &claims, &self.key).expect("it signs")
	}
}

const IN_FORCE: Status = Status {
	edition: 0,
	ended: false,
	suspended: None,
};

#[test]
fn what_is_proven_should_hold_without_any_list() {
	let mut scene = Scene::new();
	assert_eq!(scene.outcome(&Scene::credential()), Ok([true, true]));
	scene.certified().status.suspended = Some(SuspensionScope::Security);
	assert_eq!(scene.outcome(&Scene::credential()), Ok([true, false]));
}

#[test]
fn what_is_proven_to_be_over_should_be_refused() {
	let refused = |change: fn(&mut Certified), why| {
		let mut scene = Scene::new();
		change(scene.certified());
		assert_eq!(scene.outcome(&Scene::credential()), Err(why));
		assert!(!why.is_unknown());
	};
	refused(|found| found.status.ended = true, Refusal::Revoked);
	refused(|found| found.status.edition = 1, Refusal::Revoked);
	refused(
		|found| found.status.suspended = Some(SuspensionScope::Full),
		Refusal::Suspended,
	);
	refused(
		|found| found.registrar = Some(Territory::CR),
		Refusal::NotTheRegistrar,
	);
	refused(|found| found.registrar = None, Refusal::NotTheRegistrar);
	refused(
		|found| found.shown.tin = "MXCTA740917PF8".parse().expect("short"),
		Refusal::NotAsOnChain,
	);
	refused(
		|found| found.shown.certificate.halves = Halves::Customs,
		Refusal::NotAsOnChain,
	);
	refused(
		|found| found.shown.certificate.ordinal = 5,
		Refusal::NotAsOnChain,
	);
}

#[test]
fn the_key_should_be_the_one_that_is_proven() {
	let other = SigningKey::generate().expect("there is randomness");
	let refused = |change: &dyn Fn(&mut Scene), why| {
		let mut scene = Scene::new();
		change(&mut scene);
		assert_eq!(scene.outcome(&Scene::credential()), Err(why));
	};
	let next = other.public().compressed();
	refused(&|scene| scene.trust().key = next, Refusal::KeyNotOnChain);
	refused(
		&|scene| {
			let key = scene.key.public().compressed();
			let until = NOW - 1;
			scene.trust().previous = Some(PreviousKey { key, until });
			scene.trust().key = next;
		},
		Refusal::KeyRetired,
	);
	refused(&|scene| scene.known.trust = None, Refusal::IssuerNotOnChain);
	refused(
		&|scene| scene.trust().did = "did:web:other.example".try_into().expect("short"),
		Refusal::IssuerNotOnChain,
	);
	refused(
		&|scene| scene.trust().standing = Standing::Withdrawn,
		Refusal::IssuerNotOnChain,
	);
	refused(
		&|scene| scene.trust().standing = Standing::QuarantinedByItself,
		Refusal::IssuerUnverifiable,
	);
	refused(
		&|scene| scene.known.genesis = H256([9; 32]),
		Refusal::NotAsOnChain,
	);
	refused(
		&|scene| scene.known.certificate = Some((number(NUMBER), None)),
		Refusal::NotAsOnChain,
	);
	refused(
		&|scene| scene.known.issuer = Territory::CR,
		Refusal::IssuerUnknown,
	);
	assert!(Refusal::IssuerUnknown.is_unknown());
}

#[test]
fn what_the_clock_has_changed_since_nobody_should_tell() {
	let mut scene = Scene::new();
	scene.certified().changes_at = Some(NOW + 1);
	assert_eq!(scene.outcome(&Scene::credential()), Ok([true, true]));
	scene.certified().changes_at = Some(NOW);
	assert_eq!(
		scene.outcome(&Scene::credential()),
		Err(Refusal::StatusStale)
	);
	// A suspension may have run out; what is void stays void.
	scene.certified().status.suspended = Some(SuspensionScope::Full);
	assert_eq!(
		scene.outcome(&Scene::credential()),
		Err(Refusal::StatusStale)
	);
	scene.certified().status.ended = true;
	assert_eq!(scene.outcome(&Scene::credential()), Err(Refusal::Revoked));
}

#[test]
fn by_a_receipt_from_before_it_nobody_should_refuse_a_credential() {
	let mut later = Scene::credential();
	later.evidence.number = KNOWN + 1;
	let mut scene = Scene::new();
	assert_eq!(scene.outcome(&later), Ok([true, true]));
	// It may be of a later edition, or by a later key.
	let rectified = Credential {
		edition: 1,
		..later.clone()
	};
	assert_eq!(scene.outcome(&rectified), Err(Refusal::TrustStale));
	scene.certified().status.ended = true;
	assert_eq!(scene.outcome(&later), Err(Refusal::Revoked));
	scene.known.trust = None;
	assert_eq!(scene.outcome(&later), Err(Refusal::TrustStale));
	let mut made_before = rectified;
	made_before.evidence.number = KNOWN;
	let scene = Scene::new();
	assert_eq!(scene.outcome(&made_before), Err(Refusal::NotAsOnChain));
}

#[test]
fn who_covers_another_territory_should_be_proven_or_nobody_can_tell() {
	let foreign = Credential {
		tin: FOREIGN.into(),
		..Scene::credential()
	};
	let mut scene = Scene::new();
	// The receipt is of a firm of Mexico: who covers Costa Rica is not in it.
	assert_eq!(scene.outcome(&foreign), Err(Refusal::RegistrarUnknown));
	scene.certified().shown.tin = FOREIGN.parse().expect("short");
	assert_eq!(scene.outcome(&foreign), Ok([true, true]));
	scene.certified().registrar = Some(Territory::CR);
	assert_eq!(scene.outcome(&foreign), Err(Refusal::NotTheRegistrar));
	// By a file that names the issuer alone.
	scene.known.certificate = None;
	assert_eq!(scene.outcome(&foreign), Err(Refusal::RegistrarUnknown));
	let nobody = Credential {
		tin: "?".into(),
		..Scene::credential()
	};
	assert_eq!(scene.outcome(&nobody), Err(Refusal::NotTheRegistrar));
}

#[test]
fn of_another_certificate_its_issuers_lists_should_tell() {
	let mut scene = Scene::new();
	scene.known.certificate = None;
	let ours = Scene::credential();
	assert_eq!(scene.outcome(&ours), Err(Refusal::StatusUnavailable));
	let by_list = |status| {
		let bring = |_: &Trust, name| Ok(scene.list(name, status));
		scene.checked(&ours, NOW, false, bring)
	};
	assert_eq!(by_list(IN_FORCE), Ok([true, true]));
	let ended = Status {
		ended: true,
		..IN_FORCE
	};
	assert_eq!(by_list(ended), Err(Refusal::Revoked));
	let stale = |_: &Trust, name| Ok(scene.list(name, IN_FORCE));
	let hour_later = NOW + 60 * 60 * 1_000 + 1;
	assert_eq!(
		scene.checked(&ours, hour_later, false, stale),
		Err(Refusal::StatusStale)
	);
}

#[test]
fn lists_that_are_wanted_should_count_besides_what_is_proven() {
	let mut scene = Scene::new();
	scene.certified().status.suspended = Some(SuspensionScope::Customs);
	let ours = Scene::credential();
	let none = |_: &Trust, _| Err(Refusal::StatusUnavailable.into());
	assert_eq!(
		scene.checked(&ours, NOW, true, none),
		Err(Refusal::StatusUnavailable)
	);
	let by_list = |suspended| {
		let status = Status {
			suspended,
			..IN_FORCE
		};
		let bring = |_: &Trust, name| Ok(scene.list(name, status));
		scene.checked(&ours, NOW, true, bring)
	};
	assert_eq!(by_list(None), Ok([false, true]));
	assert_eq!(
		by_list(Some(SuspensionScope::Security)),
		Err(Refusal::Suspended)
	);
}
