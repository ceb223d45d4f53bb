//! Random calls against a plain model.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const TINS: [&str; 3] = [TIN, OTHER, COSTA_RICAN];
const VALUES: [&str; 3] = ["X1", "X2", "X3"];
const OFFICERS: [AccountId; 3] = [MX, CR, PE];

/// Linked to one trader, with those that are offered.
const MOST_ACCOUNTS: usize = 2;
/// Offers of one administration.
const MOST_OFFERS: usize = 3;

/// A call; numbers stand for TINs, aliases, holders' accounts and officers' administrations.
#[derive(Clone, Copy, Debug)]
enum Step {
	Register(usize, usize),
	Close(usize, usize),
	Merge(usize, usize, usize),
	Offer(usize, usize, u64),
	Accept(u64, usize),
	Decline(u64),
	Withdraw(usize, u64),
	Unlink(usize, u64),
	UnlinkOwn(u64),
	/// It leaves, and is admitted again.
	Readmit(usize),
	/// So many hours pass.
	Wait(u64),
	Issue(usize, usize, usize),
	Declare(u64, usize, usize),
	Confirm(usize, usize, usize),
	Remove(usize, usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
	let (officer, text, value, holder) = (0..3_usize, 0..3_usize, 0..3_usize, 0..4_u64);
	prop_oneof![
		(officer.clone(), text.clone()).prop_map(|(o, t)| Step::Register(o, t)),
		(officer.clone(), text.clone()).prop_map(|(o, t)| Step::Close(o, t)),
		(officer.clone(), text.clone(), text.clone()).prop_map(|(o, t, i)| Step::Merge(o, t, i)),
		(officer.clone(), text.clone(), holder.clone()).prop_map(|(o, t, h)| Step::Offer(o, t, h)),
		(holder.clone(), text.clone()).prop_map(|(h, t)| Step::Accept(h, t)),
		holder.clone().prop_map(Step::Decline),
		(officer.clone(), holder.clone()).prop_map(|(o, h)| Step::Withdraw(o, h)),
		(officer.clone(), holder.clone()).prop_map(|(o, h)| Step::Unlink(o, h)),
		holder.clone().prop_map(Step::UnlinkOwn),
		officer.clone().prop_map(Step::Readmit),
		(1..400_u64).prop_map(Step::Wait),
		(officer.clone(), text.clone(), value.clone()).prop_map(|(o, t, v)| Step::Issue(o, t, v)),
		(holder, text.clone(), value.clone()).prop_map(|(h, t, v)| Step::Declare(h, t, v)),
		(officer.clone(), text.clone(), value.clone()).prop_map(|(o, t, v)| Step::Confirm(o, t, v)),
		(officer, text, value).prop_map(|(o, t, v)| Step::Remove(o, t, v)),
	]
}

/// What is known of a trader: whether it is active, and its aliases by (grantor, alias), each with
/// whether it leads to the trader.
#[derive(Clone, Default)]
struct Known {
	active: bool,
	/// In which admission its administration last vouched for it.
	admission: u32,
	aliases: BTreeMap<(usize, usize), bool>,
}

/// The chain as a person would note it down.
#[derive(Default)]
struct Model {
	traders: BTreeMap<usize, Known>,
	links: BTreeMap<u64, usize>,
	offers: BTreeMap<u64, Offered>,
	/// How many offers there ever were.
	places: u64,
	/// How often each administration was admitted again.
	admissions: [u32; 3],
	hours: u64,
}

/// An offer to an account.
#[derive(Clone, Copy)]
struct Offered {
	text: usize,
	place: u64,
	/// In which hour it was made.
	at: u64,
	/// Whether it has lapsed.
	is_over: bool,
}

/// The administration of a TIN.
fn home(text: usize) -> usize {
	usize::from(text == 2)
}

impl Model {
	fn active(&self, text: usize) -> bool {
		self.traders.get(&text).is_some_and(|trader| trader.active)
	}

	/// The trader that an alias leads to.
	fn holder_of(&self, alias: (usize, usize)) -> Option<usize> {
		let leads = |known: &Known| known.aliases.get(&alias) == Some(&true);
		self.traders
			.iter()
			.find(|(_, known)| leads(known))
			.map(|(text, _)| *text)
	}

	/// Lets an alias lead to a trader, if it may.
	fn give(&mut self, text: usize, alias: (usize, usize)) -> bool {
		match self.holder_of(alias) {
			Some(holder) if holder == text || self.active(holder) => return false,
			_ => {}
		}
		let is_new = !self.traders[&text].aliases.contains_key(&alias);
		if is_new && self.count(text, alias.0) == 2 {
			return false;
		}
		if let Some(holder) = self.holder_of(alias) {
			self.known(holder).aliases.remove(&alias);
		}
		self.known(text).aliases.insert(alias, true);
		true
	}

	/// Its administration vouches for a trader.
	fn vouch(&mut self, text: usize) {
		let admission = self.admissions[home(text)];
		self.known(text).admission = admission;
	}

	/// How many aliases a trader has at a grantor.
	fn count(&self, text: usize, grantor: usize) -> usize {
		let aliases = self.traders[&text].aliases.keys();
		aliases.filter(|(of, _)| *of == grantor).count()
	}

	fn known(&mut self, text: usize) -> &mut Known {
		self.traders.entry(text).or_default()
	}

	/// Takes the step, and says whether the chain must take it too.
	fn take(&mut self, step: Step) -> bool {
		match step {
			Step::Register(officer, text) => {
				let admission = self.admissions[home(text)];
				let is_another = |known: &Known| known.active && known.admission != admission;
				let may = officer == home(text) && self.traders.get(&text).is_none_or(is_another);
				if may {
					self.known(text).active = true;
					self.vouch(text);
				}
				may
			}
			Step::Close(officer, text) => {
				let may = officer == home(text) && self.active(text);
				if may {
					self.vouch(text);
					self.known(text).active = false;
				}
				may
			}
			Step::Merge(officer, text, into) => {
				let may = officer == home(text)
					&& home(text) == home(into)
					&& text != into && self.active(text)
					&& self.active(into);
				if may {
					self.vouch(text);
					self.vouch(into);
					self.known(text).active = false;
				}
				may
			}
			Step::Offer(officer, text, holder) => {
				let mut offers = self.offers.clone();
				offers.remove(&holder);
				// The two oldest of the administration's make room, where they have lapsed.
				let mut own: Vec<_> = offers
					.iter()
					.filter(|(_, other)| home(other.text) == home(text))
					.map(|(account, other)| (other.place, *account, *other))
					.collect();
				own.sort_by_key(|(place, ..)| *place);
				let lapsed = own.iter().take_while(|(.., other)| other.is_over).take(2);
				for (_, account, _) in lapsed {
					offers.remove(account);
				}
				let of_trader = offers
					.values()
					.filter(|other| other.text == text && !other.is_over)
					.count();
				let own = offers.values();
				let own = own.filter(|other| home(other.text) == home(text)).count();
				let linked = self.links.values().filter(|other| **other == text).count();
				let may = officer == home(text)
					&& self.active(text)
					&& !self.links.contains_key(&holder)
					&& linked + of_trader < MOST_ACCOUNTS
					&& own < MOST_OFFERS;
				if may {
					let offer = Offered {
						text,
						place: self.places,
						at: self.hours,
						is_over: false,
					};
					offers.insert(holder, offer);
					self.offers = offers;
					self.places += 1;
					self.vouch(text);
				}
				may
			}
			Step::Accept(holder, text) => {
				let is_open = |offer: &Offered| offer.text == text && !offer.is_over;
				let may = self.offers.get(&holder).is_some_and(is_open) && self.active(text);
				if may {
					self.offers.remove(&holder);
					self.links.insert(holder, text);
				}
				may
			}
			Step::Decline(holder) => self.offers.remove(&holder).is_some(),
			Step::Withdraw(officer, holder) => {
				let offer = self.offers.get(&holder).copied();
				let offer = offer.filter(|offer| home(offer.text) == officer);
				if let Some(offer) = offer {
					self.vouch(offer.text);
					self.offers.remove(&holder);
				}
				offer.is_some()
			}
			Step::Unlink(officer, holder) => {
				let text = self.links.get(&holder).copied();
				let text = text.filter(|text| home(*text) == officer);
				if let Some(text) = text {
					self.vouch(text);
					self.links.remove(&holder);
				}
				text.is_some()
			}
			Step::UnlinkOwn(holder) => self.links.remove(&holder).is_some(),
			Step::Readmit(administration) => {
				self.admissions[administration] += 1;
				self.offers
					.values_mut()
					.filter(|offer| home(offer.text) == administration)
					.for_each(|offer| offer.is_over = true);
				true
			}
			Step::Wait(hours) => {
				self.hours += hours;
				let now = self.hours;
				for offer in self.offers.values_mut() {
					offer.is_over |= now > offer.at + 30 * 24;
				}
				true
			}
			Step::Issue(officer, text, value) => {
				self.active(text) && officer != home(text) && self.give(text, (officer, value))
			}
			Step::Declare(holder, text, value) => {
				let alias = (1, value);
				let may = self.links.get(&holder) == Some(&text)
					&& self.active(text)
					&& home(text) != 1
					&& !self.traders[&text].aliases.contains_key(&alias)
					&& self.count(text, 1) < 2;
				if may {
					self.known(text).aliases.insert(alias, false);
				}
				may
			}
			Step::Confirm(officer, text, value) => {
				let alias = (officer, value);
				self.active(text)
					&& self.traders[&text].aliases.get(&alias) == Some(&false)
					&& self.give(text, alias)
			}
			Step::Remove(officer, text, value) => {
				let known = self.traders.get_mut(&text);
				known.is_some_and(|known| known.aliases.remove(&(officer, value)).is_some())
			}
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step) -> DispatchResult {
	let (scheme, document) = (AliasScheme::Code, document());
	let text = |place: usize| tin(TINS[place]);
	let value = |place: usize| VALUES[place].try_into().expect("short");
	let officer = |place: usize| by(OFFICERS[place]);
	let holder = |number: u64| HOLDER + number;
	let grantor = [Territory::MX, Territory::CR, Territory::PE];
	match step {
		Step::Register(o, t) => Identities::register(officer(o), text(t), document),
		Step::Close(o, t) => super::plain(Identities::close(officer(o), text(t), document)),
		Step::Merge(o, t, i) => {
			super::plain(Identities::merge(officer(o), text(t), text(i), document))
		}
		Step::Offer(o, t, h) => Identities::offer_account(officer(o), text(t), holder(h), None),
		Step::Accept(h, t) => Identities::accept_account(signed(holder(h)), text(t)),
		Step::Decline(h) => Identities::decline_account(signed(holder(h))),
		Step::Withdraw(o, h) => Identities::withdraw_offer(officer(o), holder(h)),
		Step::Unlink(o, h) => Identities::unlink_account(officer(o), holder(h)),
		Step::Readmit(o) => {
			aeo_mocks::readmit(grantor[o]);
			Ok(())
		}
		Step::Wait(hours) => {
			Timestamp::set_timestamp(Timestamp::get() + hours * 60 * 60 * 1_000);
			Ok(())
		}
		Step::UnlinkOwn(h) => Identities::unlink_own_account(signed(holder(h))),
		Step::Issue(o, t, v) => Identities::issue_alias(officer(o), text(t), scheme, value(v)),
		Step::Declare(h, t, v) => {
			Identities::declare_alias(signed(holder(h)), text(t), Territory::CR, scheme, value(v))
		}
		Step::Confirm(o, t, v) => Identities::confirm_alias(officer(o), text(t), scheme, value(v)),
		Step::Remove(o, t, v) => {
			Identities::remove_alias(officer(o), text(t), grantor[o], scheme, value(v))
		}
	}
}

/// The chain looks as the model says.
fn compare(model: &Model) {
	for number in 0..4 {
		let holder = HOLDER + number;
		assert_eq!(
			Identities::holder(&holder),
			model.links.get(&number).map(|text| id(TINS[*text]))
		);
		assert_eq!(
			Identities::is_offered(&holder),
			model
				.offers
				.get(&number)
				.is_some_and(|offer| !offer.is_over)
		);
	}
	for (place, value) in VALUES.into_iter().enumerate() {
		let is_claimed = model
			.traders
			.values()
			.any(|known| known.aliases.get(&(1, place)) == Some(&false));
		let expected = match model.holder_of((1, place)) {
			Some(text) => AliasMatch::Trader(id(TINS[text])),
			None if is_claimed => AliasMatch::Unconfirmed,
			None => AliasMatch::NoMatch,
		};
		assert_eq!(leads(value), expected);
	}
	let registered: BTreeMap<_, _> = crate::Traders::<Test>::iter()
		.map(|(trader, record)| (trader, record.admission))
		.collect();
	let known: BTreeMap<_, _> = model
		.traders
		.iter()
		.map(|(text, known)| (id(TINS[*text]), known.admission))
		.collect();
	assert_eq!(registered, known);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn random_calls_should_do_what_the_model_does(
		steps in prop::collection::vec(step(), 1..120),
	) {
		new_test_ext().execute_with(|| {
			MaxOpenOffers::set(MOST_OFFERS as u32);
			MaxAccounts::set(MOST_ACCOUNTS as u32);
			MaxAliases::set(2);
			let mut model = Model::default();
			for step in steps {
				let result = frame_support::storage::with_storage_layer(|| take(step));
				let expected = model.take(step);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
			}
			Identities::do_try_state().expect("the invariants hold");
		});
	}
}
