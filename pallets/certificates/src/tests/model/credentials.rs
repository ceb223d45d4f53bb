//! What credentials promise, through the same random histories.
//!
//! C1: an edition that is void stays void. C2: what passes says what the chain says, and a credential that is
//! issued now passes if and only if its certificate is in force. And between two decisions only that changes
//! which `changes_at` foretells.

use super::{chain, draw, Model, Step};
use crate::{tests::*, CredentialStanding};
use aeo_primitives::{
	recognition::{Administration, TraderState},
	AdministrationLookup, Half, Moment, TraderLookup,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const LANDS: [Territory; 3] = [Territory::MX, Territory::CR, Territory::PE];

/// 400 days: no credential is valid for longer.
const LONGEST: Moment = 400 * 24 * 60 * 60 * 1_000;

/// What a credential says.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Credential {
	edition: u16,
	roles: Roles,
	halves: Halves,
	from: Moment,
	until: Moment,
}

/// The credential that the issuer would sign now, for what was authorised.
fn issue(
	issuer: &Administration,
	record: &CertificateRecord,
	edition: u16,
	now: Moment,
) -> Option<Credential> {
	let validity = record.validity?;
	let longest = now + LONGEST;
	let until = validity
		.until
		.filter(|_| !validity.renewal_pending)
		.map_or(longest, |day| day.last_moment(issuer.utc_offset));
	Some(Credential {
		edition,
		roles: record.roles,
		halves: record.halves,
		from: validity.from.first_moment(issuer.utc_offset),
		until: until.min(longest),
	})
}

/// The bit of a list of revocations.
fn is_void(standing: &CredentialStanding, edition: u16) -> bool {
	standing.ended || standing.edition > edition
}

/// What is left of what a credential says; nothing where it does not pass.
fn passes(credential: &Credential, standing: &CredentialStanding, now: Moment) -> [bool; 2] {
	let is_in_time = (credential.from..=credential.until).contains(&now);
	let is_suspended = |half| standing.suspended.is_some_and(|scope| scope.covers(half));
	[Half::Customs, Half::Security].map(|half| {
		is_in_time
			&& !is_void(standing, credential.edition)
			&& credential.halves.has(half)
			&& !is_suspended(half)
	})
}

/// What was seen of one certificate.
#[derive(Default)]
struct Known {
	issued: Vec<Credential>,
	void: BTreeSet<u16>,
	last: Option<CredentialStanding>,
}

#[derive(Default)]
struct Watch(BTreeMap<(usize, u32), Known>);

impl Watch {
	/// Looks at every certificate. `is_decided` says whether anything but time has passed.
	fn look(&mut self, is_decided: bool) {
		let now = pallet_timestamp::Now::<Test>::get();
		for (land, territory) in LANDS.into_iter().enumerate() {
			let issuer = aeo_mocks::Administrations::administration(territory).expect("admitted");
			for (number, record) in crate::Certificates::<Test>::iter_prefix(territory) {
				let standing = Certificates::credential_standing(&issuer, &number, &record);
				let known = self.0.entry((land, record.ordinal)).or_default();
				known.note(&standing, is_decided, now);
				let facts = record.facts(&number);
				let is_active = Traders::trader(&record.trader)
					.is_some_and(|trader| trader.state == TraderState::Active);
				let in_force = is_active && facts.ensure_in_force(now, issuer.utc_offset).is_ok();
				let taken = facts.suspended(now, issuer.utc_offset);
				let left = [Half::Customs, Half::Security].map(|half| {
					in_force
						&& record.halves.has(half)
						&& !taken.is_some_and(|scope| scope.covers(half))
				});
				let present = issue(&issuer, &record, standing.edition, now);
				if let Some(present) = present.filter(|_| record.state.kind().is_certified()) {
					assert_eq!(
						passes(&present, &standing, now),
						left,
						"{number}: {record:?}"
					);
					if in_force && known.issued.last() != Some(&present) {
						known.issued.push(present);
					}
				} else {
					assert_eq!(left, [false; 2]);
				}
				for old in &known.issued {
					let passes = passes(old, &standing, now);
					if passes != [false; 2] {
						assert_eq!(
							(passes, old.roles, old.halves),
							(left, record.roles, record.halves),
							"{number}: {old:?} says what is not so"
						);
					}
				}
			}
		}
	}
}

impl Known {
	fn note(&mut self, standing: &CredentialStanding, is_decided: bool, now: Moment) {
		for edition in 0..=standing.edition {
			if is_void(standing, edition) {
				self.void.insert(edition);
			} else {
				assert!(!self.void.contains(&edition), "edition {edition} was void");
			}
		}
		if let Some(last) = self.last.replace(*standing).filter(|_| !is_decided) {
			let is_foretold = last.changes_at.is_some_and(|at| at <= now);
			assert!(
				is_foretold || last == *standing,
				"{last:?} became {standing:?}"
			);
		}
	}
}

/// States of what was authorised once.
trait Certified {
	fn is_certified(&self) -> bool;
}

impl Certified for aeo_primitives::StateKind {
	fn is_certified(&self) -> bool {
		use aeo_primitives::StateKind::{Annulled, Authorised, Relinquished, Revoked, Suspended};
		matches!(
			self,
			Authorised | Suspended | Revoked | Relinquished | Annulled
		)
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::cases()))]

	#[test]
	fn credentials_should_keep_what_they_promise(
		throws in prop::collection::vec(any::<draw::Throw>(), 20..=60),
		voided in prop::collection::vec(any::<u8>(), 60),
	) {
		new_test_ext().execute_with(|| {
			let mut model = Model::new(NOON);
			chain::begin(&model);
			let mut watch = Watch::default();
			for (throw, voided) in throws.into_iter().zip(voided) {
				let step = draw::step(&model, throw);
				// A trader that is no more is so for good.
				if matches!(step, Step::Activate(_, true)) {
					continue;
				}
				assert_eq!(model.take(&step).is_ok(), chain::take(&step).is_ok(), "{step:?}");
				watch.look(!matches!(step, Step::Wait(_)));
				if voided % 16 == 0 {
					let ordinal = u32::from(voided / 16) % 4;
					if let Some(number) = crate::Numbers::<Test>::get(Territory::MX, ordinal) {
						if Certificates::void_credentials(by(MX), number.into()).is_ok() {
							watch.look(true);
						}
					}
				}
			}
			Certificates::do_try_state().expect("the invariants hold");
		});
	}
}
