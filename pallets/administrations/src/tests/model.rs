//! Random calls against a plain model, written from the README.
//!
//! The model keeps what a reader of the README would write down: who is in, in which state, with
//! which accounts. After each call the result and everything stored are compared with it.

use super::*;
use crate::{AdministrationState, InsideKind, KeyVersions, Quarantine, Settings};
use aeo_primitives::{Scope, UsesRecorded};
use proptest::prelude::*;
use sp_runtime::DispatchResult;
use std::collections::{BTreeMap, BTreeSet};

const TERRITORIES: [Territory; 8] = [
	Territory::MX,
	Territory::CR,
	Territory::PE,
	Territory::CO,
	Territory::CL,
	Territory::EC,
	Territory::BO,
	Territory::AR,
];
const HOLDER: AccountId = 8;
/// Accounts of random calls: the own accounts of the founders, a holder, and nobody yet; and
/// some officers of the founders.
const ACCOUNTS: [AccountId; 12] = [1, 2, 3, 4, 5, 6, 7, HOLDER, 9, 10, 20, 31];

/// With keys in the session pallet, in all of these tests.
fn has_session_keys(account: AccountId) -> bool {
	account % 2 == 1
}

#[derive(Clone, Debug, PartialEq)]
enum Status {
	In,
	/// The versions of account and key when the own quarantine began; whether the council's too.
	Quarantined {
		own: Option<(u32, u32)>,
		council: bool,
	},
	Out,
}

#[derive(Clone, Debug, PartialEq)]
struct Member {
	status: Status,
	admission: u32,
	own: AccountId,
	offered: Option<AccountId>,
	officers: BTreeMap<AccountId, BTreeSet<Scope>>,
	further: BTreeSet<Territory>,
	key: u8,
	versions: (u32, u32),
	notice: Option<u64>,
	/// Whether it has one of the council's seats.
	seated: bool,
	uses_recorded: UsesRecorded,
}

#[derive(Clone, Debug, PartialEq)]
struct Open {
	number: u32,
	proposer: Territory,
	account: AccountId,
	further: BTreeSet<Territory>,
	key: u8,
	signatory: Option<AccountId>,
	until: u64,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Model {
	members: BTreeMap<Territory, Member>,
	proposals: BTreeMap<(Territory, u32), Open>,
	next: u32,
	validating: BTreeSet<Territory>,
	references: BTreeSet<AccountId>,
	/// The runtime that may be applied at some time: its key, from when, until when.
	upgrade: Option<(u8, u64, u64)>,
	now: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
	Own,
	Offered,
	Officer,
}

/// Refused; which error it is, is for the other tests.
struct Refused;
type Allowed = Result<(), Refused>;

fn need(condition: bool) -> Allowed {
	condition.then_some(()).ok_or(Refused)
}

/// Whom a random call takes: an account of the pool, or whoever has that role now.
#[derive(Clone, Copy, Debug)]
enum Who {
	Account(AccountId),
	OwnOf(Territory),
	OfferedOf(Territory),
	OfficerOf(Territory),
	/// The council, with so many ayes of all its seats, in quarters.
	Council(u32),
}

#[derive(Clone, Debug)]
enum Step {
	Propose {
		of: Territory,
		further: Option<Territory>,
		account: AccountId,
		key: u8,
		signatory: Option<AccountId>,
	},
	Retract(Territory, u32),
	Admit(Territory, u32),
	Quarantine(Territory),
	EndQuarantine(Territory),
	QuarantineOwn,
	EndOwnQuarantine,
	GiveNotice,
	WithdrawNotice,
	Leave,
	Expel(Territory),
	Appoint(AccountId, BTreeSet<Scope>),
	Dismiss(AccountId),
	Resign,
	RotateKey(u8),
	RotateAccount(AccountId),
	Accept,
	SetValidating(bool),
	SwitchOff(Territory),
	ChangeSettings(UsesRecorded),
	AuthoriseUpgrade(u8),
	WithdrawUpgrade(u8),
	/// So many days go by, but for a millisecond, and two blocks.
	Wait(u64),
}

impl Model {
	fn founded() -> Self {
		let mut model = Self {
			now: 1_800_000_000_000,
			..Self::default()
		};
		for (own, territory) in (1..).zip(TERRITORIES).take(4) {
			let both = BTreeSet::from([Scope::Certification, Scope::Suspension]);
			let officers = BTreeMap::from([
				(own * 10, BTreeSet::from([Scope::Certification])),
				(own * 10 + 1, both),
			]);
			model.references.extend([own, own * 10, own * 10 + 1]);
			let member = Member {
				officers,
				key: u8::try_from(own).expect("small"),
				..Member::new(model.next, own, BTreeSet::new())
			};
			model.members.insert(territory, member);
			model.next += 1;
		}
		model.validating.insert(Territory::MX);
		model
	}

	fn live(&self) -> impl Iterator<Item = (Territory, &Member)> {
		self.members
			.iter()
			.filter(|(_, member)| member.status != Status::Out)
			.map(|(territory, member)| (*territory, member))
	}

	fn seats(&self) -> BTreeSet<AccountId> {
		self.live()
			.filter(|(_, member)| member.seated)
			.map(|(_, member)| member.own)
			.collect()
	}

	fn coverage(&self) -> BTreeMap<Territory, Territory> {
		self.live()
			.flat_map(|(by, member)| {
				member
					.further
					.iter()
					.copied()
					.chain([by])
					.map(move |covered| (covered, by))
			})
			.collect()
	}

	fn kind(&self, account: AccountId) -> Option<(Territory, Kind)> {
		self.live().find_map(|(territory, member)| {
			let kind = if member.own == account {
				Kind::Own
			} else if member.offered == Some(account) {
				Kind::Offered
			} else if member.officers.contains_key(&account) {
				Kind::Officer
			} else {
				return None;
			};
			Some((territory, kind))
		})
	}

	fn is_free(&self, account: AccountId) -> bool {
		self.kind(account).is_none() && account != HOLDER
	}

	/// Whom it is, or nobody in particular.
	fn account(&self, who: Who) -> Option<AccountId> {
		let live = |territory| {
			self.members
				.get(&territory)
				.filter(|member| member.status != Status::Out)
		};
		match who {
			Who::Account(account) => Some(account),
			Who::OwnOf(territory) => live(territory).map(|member| member.own),
			Who::OfferedOf(territory) => live(territory).and_then(|member| member.offered),
			Who::OfficerOf(territory) => {
				live(territory).and_then(|member| member.officers.keys().next().copied())
			}
			Who::Council(_) => None,
		}
	}

	fn own(&self, who: Who) -> Result<Territory, Refused> {
		match self.account(who).and_then(|account| self.kind(account)) {
			Some((territory, Kind::Own)) => Ok(territory),
			_ => Err(Refused),
		}
	}

	fn own_in(&self, who: Who) -> Result<Territory, Refused> {
		let territory = self.own(who)?;
		need(self.members[&territory].status == Status::In)?;
		Ok(territory)
	}

	fn member(&mut self, territory: Territory) -> Result<&mut Member, Refused> {
		self.members
			.get_mut(&territory)
			.filter(|member| member.status != Status::Out)
			.ok_or(Refused)
	}

	fn admissible(&self, of: Territory, open: &Open) -> Allowed {
		let covered = self.coverage();
		need(!covered.contains_key(&of))?;
		need(
			open.further
				.iter()
				.all(|further| !covered.contains_key(further)),
		)?;
		need(open.key != 0)?;
		need(self.is_unbound(open.account))
	}

	/// It has no role that it consented to.
	fn is_unbound(&self, account: AccountId) -> bool {
		!matches!(self.kind(account), Some((_, Kind::Own))) && account != HOLDER
	}

	/// An admission takes it from whoever gave it a role.
	fn unbind(&mut self, account: AccountId) -> Allowed {
		need(self.is_unbound(account))?;
		match self.kind(account) {
			Some((of, Kind::Offered)) => self.member(of)?.offered = None,
			Some((of, _)) => {
				self.member(of)?.officers.remove(&account);
			}
			None => (),
		}
		Ok(())
	}

	fn keeps_seats(&self, without: Territory) -> Allowed {
		let has_one = self.members[&without].seated;
		need(!has_one || self.seats().len() > 3)
	}

	fn go(&mut self, territory: Territory) -> Allowed {
		let member = self.member(territory)?;
		member.status = Status::Out;
		member.seated = false;
		member.notice = None;
		self.validating.remove(&territory);
		Ok(())
	}

	fn stop_validating(&mut self, territory: Territory) -> Allowed {
		need(self.validating.contains(&territory) && self.validating.len() > 1)?;
		self.validating.remove(&territory);
		Ok(())
	}

	fn take(&mut self, who: Who, step: Step) -> Allowed {
		let quarters = match who {
			Who::Council(ayes) => ayes,
			_ => 0,
		};
		// of four quarters, three are the fewest that reach 2/3, 3/4 and more than 1/2
		let council = need(quarters >= 3);
		match step {
			Step::Propose {
				of,
				further,
				account,
				key,
				signatory,
			} => {
				let proposer = self.own_in(who)?;
				let further = further
					.into_iter()
					.filter(|further| *further != of)
					.collect();
				let open = Open {
					number: self.next,
					proposer,
					account,
					further,
					key,
					signatory,
					until: self.now + 30 * DAY,
				};
				self.admissible(of, &open)?;
				need(signatory.is_none_or(|one| one != account && self.is_unbound(one)))?;
				let (now, covered) = (self.now, self.coverage());
				self.proposals.retain(|(of, _), open| {
					open.proposer != proposer || (now < open.until && !covered.contains_key(of))
				});
				let standing = self.proposals.values();
				need(standing.filter(|open| open.proposer == proposer).count() < 4)?;
				self.proposals.insert((of, self.next), open);
				self.next += 1;
			}
			Step::Retract(of, number) => {
				let proposer = self.proposals.get(&(of, number)).ok_or(Refused)?.proposer;
				if council.is_err() {
					need(self.own_in(who)? == proposer)?;
				}
				self.proposals.remove(&(of, number));
			}
			Step::Admit(of, number) => {
				council?;
				let open = self.proposals.get(&(of, number)).ok_or(Refused)?.clone();
				need(self.now < open.until)?;
				self.admissible(of, &open)?;
				self.proposals.remove(&(of, number));
				self.references.insert(open.account);
				self.unbind(open.account)?;
				let mut member = Member {
					key: open.key,
					..Member::new(open.number, open.account, open.further)
				};
				if let Some(signatory) = open.signatory {
					self.unbind(signatory)?;
					self.references.insert(signatory);
					member.officers.insert(signatory, BTreeSet::new());
				}
				self.members.insert(of, member);
			}
			Step::Quarantine(of) => {
				council?;
				let status = self.member(of)?.status.clone();
				let to = match status {
					Status::In => Status::Quarantined {
						own: None,
						council: true,
					},
					Status::Quarantined {
						own,
						council: false,
					} => Status::Quarantined { own, council: true },
					_ => return Err(Refused),
				};
				self.keeps_seats(of)?;
				let member = self.member(of)?;
				member.status = to;
				member.seated = false;
			}
			Step::EndQuarantine(of) => {
				council?;
				let member = self.member(of)?;
				member.status = match member.status {
					Status::Quarantined {
						own: None,
						council: true,
					} => Status::In,
					Status::Quarantined { own, council: true } => Status::Quarantined {
						own,
						council: false,
					},
					_ => return Err(Refused),
				};
				member.seated = member.status == Status::In;
			}
			Step::QuarantineOwn => {
				let of = self.own(who)?;
				let spares_one = self.seats().len() > 3;
				let member = self.member(of)?;
				let own = Some(member.versions);
				member.seated &= !spares_one;
				member.status = match member.status {
					Status::In => Status::Quarantined {
						own,
						council: false,
					},
					Status::Quarantined {
						own: None,
						council: true,
					} => Status::Quarantined { own, council: true },
					_ => return Err(Refused),
				};
			}
			Step::EndOwnQuarantine => {
				let of = self.own(who)?;
				let member = self.member(of)?;
				let Status::Quarantined {
					own: Some(then),
					council,
				} = member.status
				else {
					return Err(Refused);
				};
				need(member.versions.0 != then.0 && member.versions.1 != then.1)?;
				member.status = match council {
					true => Status::Quarantined { own: None, council },
					false => Status::In,
				};
				member.seated = member.status == Status::In;
			}
			Step::GiveNotice => {
				let of = self.own_in(who)?;
				let until = self.now + NOTICE;
				let member = self.member(of)?;
				need(member.notice.is_none())?;
				member.notice = Some(until);
			}
			Step::WithdrawNotice => {
				let of = self.own_in(who)?;
				need(self.member(of)?.notice.take().is_some())?;
			}
			Step::Leave => {
				let of = self.own(who)?;
				let now = self.now;
				need(self.member(of)?.notice.is_some_and(|until| until <= now))?;
				self.keeps_seats(of)?;
				self.go(of)?;
			}
			Step::Expel(of) => {
				council?;
				self.member(of)?;
				self.keeps_seats(of)?;
				self.go(of)?;
			}
			Step::Appoint(officer, scopes) => {
				let of = self.own_in(who)?;
				let free = self.is_free(officer);
				let member = self.member(of)?;
				match member.officers.get(&officer) {
					Some(before) => need(*before != scopes)?,
					None => need(free && member.officers.len() < 3)?,
				}
				member.officers.insert(officer, scopes);
				self.references.insert(officer);
			}
			Step::Dismiss(officer) => {
				let of = self.own_in(who)?;
				need(self.member(of)?.officers.remove(&officer).is_some())?;
			}
			Step::Resign => {
				let account = self.account(who).ok_or(Refused)?;
				match self.kind(account) {
					Some((of, Kind::Officer)) => {
						self.member(of)?.officers.remove(&account);
					}
					Some((of, Kind::Offered)) => self.member(of)?.offered = None,
					_ => return Err(Refused),
				}
			}
			Step::RotateKey(key) => {
				let of = self.own(who)?;
				let member = self.member(of)?;
				need(key != 0 && key != member.key)?;
				member.key = key;
				member.versions.1 += 1;
			}
			Step::RotateAccount(account) => {
				let of = self.own(who)?;
				need(self.is_free(account))?;
				self.member(of)?.offered = Some(account);
				self.references.insert(account);
			}
			Step::Accept => {
				let account = self.account(who).ok_or(Refused)?;
				let Some((of, Kind::Offered)) = self.kind(account) else {
					return Err(Refused);
				};
				let member = self.member(of)?;
				member.own = account;
				member.offered = None;
				member.versions.0 += 1;
			}
			Step::SetValidating(true) => {
				let of = self.own_in(who)?;
				need(has_session_keys(self.member(of)?.own) && self.validating.len() < 5)?;
				need(self.validating.insert(of))?;
			}
			Step::SetValidating(false) => {
				let of = self.own_in(who)?;
				self.stop_validating(of)?;
			}
			Step::SwitchOff(of) => {
				council?;
				self.stop_validating(of)?;
			}
			Step::ChangeSettings(uses) => {
				let of = self.own_in(who)?;
				let member = self.member(of)?;
				need(member.uses_recorded != uses)?;
				member.uses_recorded = uses;
			}
			Step::AuthoriseUpgrade(key) => {
				council?;
				need(key != 0)?;
				let from = self.now + 3 * DAY;
				self.upgrade = Some((key, from, from + 14 * DAY));
			}
			Step::WithdrawUpgrade(key) => {
				council?;
				need(self.upgrade.take().is_some_and(|(of, ..)| of == key))?;
			}
			Step::Wait(days) => {
				self.now += days * DAY - 1;
				self.upgrade = self.upgrade.filter(|(_, _, until)| self.now < *until);
			}
		}
		Ok(())
	}

	/// What is stored, as the model sees it.
	fn stored() -> Self {
		let mut officers = BTreeMap::<_, BTreeMap<AccountId, BTreeSet<Scope>>>::new();
		for (account, record) in crate::Accounts::<Test>::iter() {
			if let InsideKind::Officer(scopes) = record.kind {
				officers
					.entry((record.administration, record.admission))
					.or_default()
					.insert(account, scopes.into_iter().collect());
			}
		}
		let members = Stored::<Test>::iter().map(|(territory, record)| {
			let officers = officers
				.remove(&(territory, record.admission))
				.unwrap_or_default();
			let withdrawn = record.state == AdministrationState::Withdrawn;
			assert!(
				withdrawn || officers.len() == record.officers as usize,
				"a recount differs"
			);
			let versions = |of: KeyVersions| (of.account, of.encryption_key);
			let member = Member {
				status: match record.state {
					AdministrationState::Admitted => Status::In,
					AdministrationState::Withdrawn => Status::Out,
					AdministrationState::Quarantined(Quarantine::Council) => Status::Quarantined {
						own: None,
						council: true,
					},
					AdministrationState::Quarantined(Quarantine::Own(then)) => {
						Status::Quarantined {
							own: Some(versions(then)),
							council: false,
						}
					}
					AdministrationState::Quarantined(Quarantine::Both(then)) => {
						Status::Quarantined {
							own: Some(versions(then)),
							council: true,
						}
					}
				},
				admission: record.admission,
				own: record.details.account,
				offered: record.incoming,
				officers,
				further: record.details.territories.into_iter().collect(),
				key: record.details.encryption_key[0],
				versions: versions(record.key_versions),
				notice: record.notice,
				seated: !withdrawn && crate::Seats::<Test>::get().contains(&record.details.account),
				uses_recorded: record.settings.uses_recorded,
			};
			(territory, member)
		});
		let proposals = crate::Proposals::<Test>::iter().map(|(territory, number, open)| {
			let open_here = Open {
				number: open.number,
				proposer: open.proposer,
				account: open.candidate.account,
				further: open.candidate.territories.into_iter().collect(),
				key: open.candidate.encryption_key[0],
				signatory: open.signatories.into_iter().next(),
				until: open.until,
			};
			((territory, number), open_here)
		});
		Self {
			members: members.collect(),
			proposals: proposals.collect(),
			next: crate::NextProposal::<Test>::get(),
			validating: crate::Validating::<Test>::get().into_iter().collect(),
			references: crate::Provided::<Test>::iter_keys().collect(),
			upgrade: crate::AuthorisedUpgrade::<Test>::get()
				.map(|upgrade| (upgrade.code_hash[0], upgrade.from, upgrade.until)),
			now: pallet_timestamp::Now::<Test>::get(),
		}
	}

	/// What the model says of everything derived is what is stored.
	fn check(&self) {
		// officers of those who left have no role; that their records may stay is no matter
		let forget = |mut model: Self| {
			for member in model
				.members
				.values_mut()
				.filter(|member| member.status == Status::Out)
			{
				member.officers.clear();
			}
			model
		};
		assert_eq!(forget(Self::stored()), forget(self.clone()));
		let open = self
			.upgrade
			.filter(|(_, from, until)| (*from..*until).contains(&self.now));
		let found = System::authorized_upgrade().map(|upgrade| upgrade.code_hash()[0]);
		assert_eq!(found, open.map(|(key, ..)| key));
		assert!(self.seats().len() >= 3, "a council that can decide");
		let members = pallet_collective::Members::<Test, pallet_collective::Instance1>::get();
		assert_eq!(members, self.seats().into_iter().collect::<Vec<_>>());
		assert_eq!(
			crate::Coverage::<Test>::iter().collect::<BTreeMap<_, _>>(),
			self.coverage()
		);
		for account in ACCOUNTS {
			let found = Administrations::account_of(&account).map(|(record, _)| {
				let kind = match record.kind {
					InsideKind::Own => Kind::Own,
					InsideKind::Incoming => Kind::Offered,
					InsideKind::Officer(_) => Kind::Officer,
				};
				(record.administration, kind)
			});
			assert_eq!(found, self.kind(account));
			let reference = u32::from(self.references.contains(&account));
			assert_eq!(System::providers(&account), reference);
		}
		Administrations::do_try_state().expect("the invariants hold");
	}
}

impl Member {
	fn new(admission: u32, own: AccountId, further: BTreeSet<Territory>) -> Self {
		Self {
			status: Status::In,
			admission,
			own,
			offered: None,
			officers: BTreeMap::new(),
			further,
			key: 0,
			versions: (0, 0),
			notice: None,
			seated: true,
			uses_recorded: UsesRecorded::Sealed,
		}
	}
}

/// The call itself.
fn call(model: &Model, who: Who, step: Step) -> DispatchResult {
	let origin = match (who, model.account(who)) {
		(Who::Council(ayes), _) => council(ayes, 4),
		(_, Some(account)) => signed(account),
		(_, None) => RuntimeOrigin::none(),
	};
	match step {
		Step::Propose {
			of,
			further,
			account,
			key: byte,
			signatory,
		} => Administrations::propose(
			origin,
			of,
			further.into_iter().collect(),
			offset(0),
			account,
			key(byte),
			None,
			signatory.into_iter().collect(),
		),
		Step::Retract(of, number) => Administrations::retract(origin, of, number),
		Step::Admit(of, number) => outcome(Administrations::admit(origin, of, number)),
		Step::Quarantine(of) => outcome(Administrations::quarantine(origin, of)),
		Step::EndQuarantine(of) => outcome(Administrations::end_quarantine(origin, of)),
		Step::QuarantineOwn => outcome(Administrations::quarantine_own(origin)),
		Step::EndOwnQuarantine => outcome(Administrations::end_own_quarantine(origin)),
		Step::GiveNotice => Administrations::give_notice(origin),
		Step::WithdrawNotice => Administrations::withdraw_notice(origin),
		Step::Leave => outcome(Administrations::leave(origin)),
		Step::Expel(of) => outcome(Administrations::expel(origin, of)),
		Step::Appoint(signatory, scopes) if scopes.is_empty() => {
			Administrations::appoint_signatory(origin, signatory)
		}
		Step::Appoint(officer, scopes) => {
			Administrations::appoint_officer(origin, officer, scopes.into_iter().collect())
		}
		Step::Dismiss(officer) => Administrations::dismiss_officer(origin, officer),
		Step::Resign => Administrations::resign(origin),
		Step::RotateKey(byte) => Administrations::rotate_encryption_key(origin, key(byte)),
		Step::RotateAccount(account) => Administrations::rotate_account(origin, account),
		Step::Accept => outcome(Administrations::accept_account(origin)),
		Step::SetValidating(true) => Administrations::start_validating(origin),
		Step::SetValidating(false) => Administrations::stop_validating(origin),
		Step::SwitchOff(of) => Administrations::switch_off_validator(origin, of),
		Step::ChangeSettings(uses) => Administrations::change_settings(
			origin,
			Settings {
				uses_recorded: uses,
			},
		),
		Step::AuthoriseUpgrade(byte) => Administrations::authorise_upgrade(origin, key(byte)),
		Step::WithdrawUpgrade(byte) => Administrations::withdraw_upgrade(origin, key(byte)),
		Step::Wait(days) => {
			let now = pallet_timestamp::Now::<Test>::get() + days * DAY - 1;
			next_block(now);
			next_block(now);
			Ok(())
		}
	}
}

/// One of these, if there are any.
fn one<T: Copy>(of: &[T], by: u8) -> Option<T> {
	of.get(usize::from(by).checked_rem(of.len())?).copied()
}

/// What four random bytes mean in the present world: more often than not a call that may succeed,
/// and often for an administration that is in the middle of something. A walk of refusals would
/// go nowhere.
fn step(model: &Model, [kind, who, what, more]: [u8; 4]) -> (Who, Step) {
	let live: Vec<_> = model.live().map(|(territory, _)| territory).collect();
	let among = |condition: fn(&Member) -> bool| -> Vec<_> {
		model
			.live()
			.filter(|(_, member)| condition(member))
			.map(|(of, _)| of)
			.collect()
	};
	let busy = among(|member| {
		member.offered.is_some()
			|| matches!(member.status, Status::Quarantined { own: Some(_), .. })
	});
	let in_turn = one(if who % 4 == 0 { &live } else { &busy }, who / 4);
	let subject = in_turn.or(one(&live, who / 4)).unwrap_or(Territory::MX);
	let anywhere = TERRITORIES[usize::from(what) % TERRITORIES.len()];
	let anybody = ACCOUNTS[usize::from(more) % ACCOUNTS.len()];
	let free: Vec<_> = ACCOUNTS
		.into_iter()
		.filter(|account| model.is_free(*account))
		.collect();
	let account = if more % 4 == 0 {
		anybody
	} else {
		one(&free, more).unwrap_or(anybody)
	};
	let (own, council) = match kind / 40 {
		0 => (Who::Account(anybody), Who::Council(u32::from(who) % 5)),
		1 => (Who::Council(4), Who::OwnOf(subject)),
		_ => (Who::OwnOf(subject), Who::Council(3 + u32::from(who) % 2)),
	};
	let offered = one(&among(|member| member.offered.is_some()), who).unwrap_or(subject);
	let quarantined = one(
		&among(|m| matches!(m.status, Status::Quarantined { council: true, .. })),
		who,
	);
	let noticed = one(&among(|member| member.notice.is_some()), who).unwrap_or(subject);
	let renewed = among(|member| match member.status {
		Status::Quarantined {
			own: Some((account, key)),
			..
		} => member.versions.0 != account && member.versions.1 != key,
		_ => false,
	});
	let renewed = one(&renewed, who).unwrap_or(subject);
	let proposed: Vec<_> = model.proposals.keys().copied().collect();
	let (place, number) = one(&proposed, what).unwrap_or((anywhere, 0));
	let uncovered: Vec<_> = TERRITORIES
		.into_iter()
		.filter(|t| !model.coverage().contains_key(t))
		.collect();
	match kind % 40 {
		0..=3 => {
			let of = one(&uncovered, what)
				.filter(|_| more % 8 != 0)
				.unwrap_or(anywhere);
			let further = (what % 5 == 0).then_some(anywhere);
			(
				own,
				Step::Propose {
					of,
					further,
					account,
					key: who % 8,
					signatory: (more % 3 == 0).then_some(anybody),
				},
			)
		}
		4 => {
			let who = if more % 2 == 0 { own } else { council };
			(who, Step::Retract(place, number))
		}
		5..=8 => {
			let wrong = u32::from(more % 8 == 0);
			(council, Step::Admit(place, number + wrong))
		}
		9 => (council, Step::Quarantine(anywhere)),
		10 | 11 => (
			council,
			Step::EndQuarantine(quarantined.unwrap_or(anywhere)),
		),
		12 => (own, Step::QuarantineOwn),
		13 | 14 => (Who::OwnOf(renewed), Step::EndOwnQuarantine),
		16 => (own, Step::GiveNotice),
		17 => (Who::OwnOf(noticed), Step::WithdrawNotice),
		18 | 19 => (Who::OwnOf(noticed), Step::Leave),
		20 => (council, Step::Expel(anywhere)),
		21 | 22 => {
			let all = [Scope::Certification, Scope::Suspension, Scope::Risk];
			let scopes = (0..).zip(all).filter(|(bit, _)| what >> bit & 1 == 1);
			(
				own,
				Step::Appoint(account, scopes.map(|(_, scope)| scope).collect()),
			)
		}
		23 => {
			let officers = |member: &Member| member.officers.keys().copied().collect::<Vec<_>>();
			let officer = model
				.members
				.get(&subject)
				.and_then(|m| one(&officers(m), what));
			(
				own,
				Step::Dismiss(officer.filter(|_| more % 4 != 0).unwrap_or(anybody)),
			)
		}
		24 => (Who::OfficerOf(subject), Step::Resign),
		25 => (Who::OfferedOf(offered), Step::Resign),
		15 | 26..=28 => (own, Step::RotateKey(what % 8)),
		29 | 30 => (own, Step::RotateAccount(account)),
		31 | 32 => (Who::OfferedOf(offered), Step::Accept),
		33 => (own, Step::Accept),
		34 | 35 => (own, Step::SetValidating(what % 3 != 0)),
		36 => {
			let validating: Vec<_> = model.validating.iter().copied().collect();
			(
				council,
				Step::SwitchOff(one(&validating, what).unwrap_or(anywhere)),
			)
		}
		37 if more % 2 == 0 => match model.upgrade {
			Some((key, ..)) if what % 3 != 0 => (council, Step::WithdrawUpgrade(key)),
			_ => (council, Step::AuthoriseUpgrade(what)),
		},
		37 => {
			let uses = if what % 2 == 0 {
				UsesRecorded::Clear
			} else {
				UsesRecorded::Sealed
			};
			(own, Step::ChangeSettings(uses))
		}
		_ => (own, Step::Wait([2, 3, 14, 31, 90][usize::from(what) % 5])),
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

	#[test]
	fn random_calls_should_do_what_the_model_does(
		walk in prop::collection::vec(any::<[u8; 4]>(), 40..160),
	) {
		new_test_ext().execute_with(|| {
			WithSessionKeys::set(ACCOUNTS.into_iter().filter(|a| has_session_keys(*a)).collect());
			HolderAccounts::set(vec![HOLDER]);
			let mut model = Model::founded();
			model.check();
			for bytes in walk {
				let (who, step) = step(&model, bytes);
				let mut after = model.clone();
				let allowed = after.take(who, step.clone()).is_ok();
				let result = call(&model, who, step.clone());
				assert_eq!(result.is_ok(), allowed, "{step:?} by {who:?}: {result:?} in {model:?}");
				if allowed {
					model = after;
				}
				model.check();
			}
		});
	}
}
