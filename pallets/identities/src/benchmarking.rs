//! Benchmarks, each with the worst case: an alias that is taken from a closed trader.

use super::*;
use crate::rules::trader::trader_id;
use aeo_primitives::{
	recognition::TraderState, tin::Tin, AdministrationLookup, AliasMatch, AliasScheme, Maker,
	Moment, NormalisedTin, OutsideAccounts, Territory, TraderId, TraderLookup, Written, WrittenTin,
};
use aeo_support::proposals::Proposal;
use frame_benchmarking::v2::*;
use frame_support::pallet_prelude::Get;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// The own account of Mexico, which is admitted.
	fn own_account() -> AccountId;

	/// An officer with scope `Identities` of Mexico or Costa Rica.
	fn officer(territory: Territory) -> AccountId;

	/// Another officer with scope `Identities` of Mexico.
	fn second_officer() -> AccountId;

	/// An account signs the extrinsic under way.
	fn set_outer_signer(signer: &AccountId);

	/// It is this moment.
	fn set_time(now: Moment);

	/// An agreement of Mexico and Costa Rica is there.
	fn agree();
}

const TIN: &str = "MX NWM-970924-4W4";
const OTHER: &str = "MX CFE-370814-QI0";
const WRONG: &str = "MX NWM-970924-4W5";

fn tin(text: &str) -> WrittenTin {
	text.try_into().expect("short enough")
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

fn officer<T: Config>(territory: Territory) -> RawOrigin<T::AccountId> {
	RawOrigin::Signed(T::BenchmarkHelper::officer(territory))
}

/// The id of a trader that was registered with a number.
fn id(text: &str) -> TraderId {
	trader_id(&normal(text))
}

fn register<T: Config>(text: &str) -> TraderId {
	let origin = officer::<T>(Territory::MX).into();
	Pallet::<T>::register(origin, tin(text), document()).expect("the TIN is right");
	id(text)
}

/// The decision that registers a trader despite the check.
fn despite<Number>() -> TraderDecision<Number> {
	TraderDecision::RegisterDespiteCheck {
		publication_consent: document(),
		instrument: document(),
	}
}

fn normal(text: &str) -> NormalisedTin {
	Tin::parse(text).expect("a TIN").text().clone()
}

/// A decision of an officer that waits; about a number that leads nowhere, or to a trader.
fn wait<T: Config>(
	administration: Territory,
	officer: &T::AccountId,
	tin: &NormalisedTin,
	content: TraderDecision,
	number: u32,
	expires: Moment,
) {
	let is_registered = Pallet::<T>::find(tin).is_some();
	let maker = Maker {
		officer: officer.clone(),
		signer: officer.clone(),
	};
	let proposal = Proposal {
		number,
		content,
		maker,
		version: u32::from(is_registered),
		expires,
	};
	ProposalCount::<T>::insert(administration, number);
	Proposals::<T>::insert(administration, tin, proposal);
	Proposed::<T>::mutate(administration, officer, |own| {
		let open = OpenProposal {
			tin: tin.clone(),
			expires,
		};
		own.try_push(open).expect("it is within the bound");
	});
}

fn record<T: Config>(trader: TraderId) -> Trader {
	Traders::<T>::get(trader).expect("it is registered")
}

/// So many offers of an administration, the first of which were made in an earlier admission.
fn fill<T: Config>(territory: Territory, lapsed: u32, count: u32) {
	let found = T::Administrations::administration(territory);
	let present = found.expect("it is admitted").admission;
	let officer = T::BenchmarkHelper::officer(territory);
	let mut open = OpenOffers::<T>::get(territory);
	for place in 0..count {
		let admission = if place < lapsed { u32::MAX } else { present };
		let offered: T::AccountId =
			account("offered", place, u32::from(territory == Territory::CR));
		let link = Link {
			trader: TraderId::zero(),
			instrument: Some(document()),
			by: Maker {
				officer: officer.clone(),
				signer: officer.clone(),
			},
		};
		let offer = Offer {
			link,
			administration: territory,
			admission,
			offered_at: 0,
		};
		Offers::<T>::insert(&offered, offer);
		open.try_push(OpenOffer {
			account: offered,
			trader: TraderId::zero(),
			admission,
			offered_at: 0,
		})
		.expect("there is room");
	}
	OpenOffers::<T>::insert(territory, open);
}

/// An offer among as many as there can be.
fn offer<T: Config>() -> T::AccountId {
	fill::<T>(Territory::MX, 0, T::MaxOpenOffers::get() - 1);
	let holder: T::AccountId = account("holder", 0, 0);
	let origin = officer::<T>(Territory::MX).into();
	Pallet::<T>::offer_account(origin, tin(TIN), holder.clone(), None).expect("it is free");
	holder
}

fn link<T: Config>() -> T::AccountId {
	let holder = offer::<T>();
	let origin = RawOrigin::Signed(holder.clone()).into();
	Pallet::<T>::accept_account(origin, tin(TIN)).expect("it is offered");
	holder
}

fn value() -> Written {
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789"
		.try_into()
		.expect("35 characters")
}

/// Returns where Costa Rica's declarations with the alias lead.
fn led<T: Config>() -> AliasMatch {
	Pallet::<T>::by_alias(Territory::CR, AliasScheme::Code, &value())
}

/// The alias belongs to another trader, which is closed.
fn taken<T: Config>(value: Written, scheme: AliasScheme) {
	register::<T>(OTHER);
	T::BenchmarkHelper::agree();
	let origin = officer::<T>(Territory::CR).into();
	Pallet::<T>::issue_alias(origin, tin(OTHER), scheme, value).expect("it is free");
	let origin = officer::<T>(Territory::MX).into();
	Pallet::<T>::close(origin, tin(OTHER), document()).expect("it is active");
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let origin = officer::<T>(Territory::MX);

		#[extrinsic_call]
		_(origin, tin(TIN), document());

		let trader = id(TIN);
		assert_eq!(record::<T>(trader).check, TinCheck::Passed);
	}

	#[benchmark]
	fn register_despite_check() {
		let own = RawOrigin::Signed(T::BenchmarkHelper::own_account());

		#[extrinsic_call]
		_(own, tin(WRONG), document(), document());

		let trader = id(WRONG);
		let instrument = document();
		assert_eq!(
			record::<T>(trader).check,
			TinCheck::Overridden { instrument }
		);
	}

	#[benchmark]
	fn propose() {
		let (administration, officer) = (Territory::MX, T::BenchmarkHelper::officer(Territory::MX));
		T::BenchmarkHelper::set_outer_signer(&officer);
		// All of them have lapsed.
		T::BenchmarkHelper::set_time(1);
		for place in 0..MAX_WAITING {
			let tin: NormalisedTin = alloc::format!("MX{place}")
				.as_str()
				.try_into()
				.expect("short");
			wait::<T>(
				administration,
				&officer,
				&tin,
				despite(),
				place.saturating_add(1),
				0,
			);
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), tin(WRONG), despite());

		let waiting = Proposals::<T>::get(administration, normal(WRONG)).expect("it waits");
		assert_eq!(waiting.content, despite());
	}

	#[benchmark]
	fn confirm() {
		let (administration, officer) = (Territory::MX, T::BenchmarkHelper::officer(Territory::MX));
		let checker = T::BenchmarkHelper::second_officer();
		T::BenchmarkHelper::set_outer_signer(&checker);
		// The trader has its third number: nothing is stored under the second as a first one.
		let trader = super::register::<T>(TIN);
		let second = normal(OTHER);
		LaterNumbers::<T>::insert(trader_id(&second), trader);
		Traders::<T>::mutate(trader, |record| {
			if let Some(record) = record {
				record.tin = second.clone();
			}
		});
		let succeed = TraderDecision::Succeed {
			by: normal(WRONG),
			document: document(),
			instrument: Some(document()),
		};
		wait::<T>(administration, &officer, &second, succeed, 1, u64::MAX);

		#[extrinsic_call]
		_(RawOrigin::Signed(checker), tin(OTHER), 1);

		let instrument = document();
		let record = record::<T>(trader);
		assert_eq!(record.tin, normal(WRONG));
		assert_eq!(record.check, TinCheck::Overridden { instrument });
	}

	#[benchmark]
	fn refuse() {
		let (administration, officer) = (Territory::MX, T::BenchmarkHelper::officer(Territory::MX));
		wait::<T>(
			administration,
			&officer,
			&normal(WRONG),
			despite(),
			1,
			u64::MAX,
		);

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), tin(WRONG), 1);

		assert!(!Proposals::<T>::contains_key(administration, normal(WRONG)));
	}

	#[benchmark]
	fn close() {
		let trader = super::register::<T>(TIN);
		let origin = officer::<T>(Territory::MX);

		#[extrinsic_call]
		_(origin, tin(TIN), document());

		assert_eq!(record::<T>(trader).state, TraderState::Closed);
	}

	#[benchmark]
	fn merge() {
		let trader = super::register::<T>(TIN);
		super::register::<T>(OTHER);
		let origin = officer::<T>(Territory::MX);

		#[extrinsic_call]
		_(origin, tin(TIN), tin(OTHER), document());

		assert_ne!(record::<T>(trader).state, TraderState::Active);
	}

	#[benchmark]
	fn offer_account() {
		super::register::<T>(TIN);
		fill::<T>(Territory::MX, 2, T::MaxOpenOffers::get());
		fill::<T>(Territory::CR, 0, T::MaxOpenOffers::get());
		// Costa Rica has offered it too, and Mexico's offer takes its place.
		let holder: T::AccountId = account("offered", 0, 1);
		let origin = officer::<T>(Territory::MX);

		#[extrinsic_call]
		_(origin, tin(TIN), holder.clone(), Some(document()));

		let offer = Offers::<T>::get(&holder).expect("it was made");
		assert_eq!(offer.administration, Territory::MX);
	}

	#[benchmark]
	fn accept_account() {
		super::register::<T>(TIN);
		let holder = offer::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()), tin(TIN));

		assert!(Pallet::<T>::is_outside(&holder));
	}

	#[benchmark]
	fn decline_account() {
		super::register::<T>(TIN);
		let holder = offer::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()));

		assert!(!Offers::<T>::contains_key(&holder));
	}

	#[benchmark]
	fn withdraw_offer() {
		super::register::<T>(TIN);
		let holder = offer::<T>();
		let origin = officer::<T>(Territory::MX);

		#[extrinsic_call]
		_(origin, holder.clone());

		assert!(!Offers::<T>::contains_key(&holder));
	}

	#[benchmark]
	fn unlink_account() {
		super::register::<T>(TIN);
		let holder = link::<T>();
		let origin = officer::<T>(Territory::MX);

		#[extrinsic_call]
		_(origin, holder.clone());

		assert!(!Pallet::<T>::is_outside(&holder));
	}

	#[benchmark]
	fn unlink_own_account() {
		super::register::<T>(TIN);
		let holder = link::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()));

		assert!(!Pallet::<T>::is_outside(&holder));
	}

	#[benchmark]
	fn issue_alias() {
		let trader = super::register::<T>(TIN);
		taken::<T>(value(), AliasScheme::Code);
		let origin = officer::<T>(Territory::CR);

		#[extrinsic_call]
		_(origin, tin(TIN), AliasScheme::Code, value());

		assert_eq!(led::<T>(), AliasMatch::Trader(trader));
	}

	// No rule derives an alias of a Mexican number for Costa Rica: what is measured is all the work
	// up to that refusal and, apart, the giving of an alias that is taken from a closed trader.
	#[benchmark]
	fn derive_alias() -> Result<(), BenchmarkError> {
		let trader = super::register::<T>(TIN);
		taken::<T>(value(), AliasScheme::Code);
		let written = tin(TIN);

		#[block]
		{
			let record = record::<T>(trader);
			let derived = Pallet::<T>::derived(&record.tin, Territory::CR, &written);
			assert!(derived.is_err());
			let alias = Pallet::<T>::alias(Territory::CR, AliasScheme::Code, &value())?;
			Pallet::<T>::give_alias(trader, &record, alias, AliasSource::Issued)?;
		}

		assert_eq!(led::<T>(), AliasMatch::Trader(trader));
		Ok(())
	}

	#[benchmark]
	fn declare_alias() {
		super::register::<T>(TIN);
		let origin = officer::<T>(Territory::MX);

		#[extrinsic_call]
		_(origin, tin(TIN), Territory::CR, AliasScheme::Code, value());

		assert_eq!(led::<T>(), AliasMatch::Unconfirmed);
	}

	#[benchmark]
	fn confirm_alias() {
		let trader = super::register::<T>(TIN);
		taken::<T>(value(), AliasScheme::Code);
		let origin = officer::<T>(Territory::MX).into();
		Pallet::<T>::declare_alias(origin, tin(TIN), Territory::CR, AliasScheme::Code, value())
			.expect("it is not known");
		let origin = officer::<T>(Territory::CR);

		#[extrinsic_call]
		_(origin, tin(TIN), AliasScheme::Code, value());

		assert_eq!(led::<T>(), AliasMatch::Trader(trader));
	}

	#[benchmark]
	fn remove_alias() {
		T::BenchmarkHelper::agree();
		super::register::<T>(TIN);
		let origin = officer::<T>(Territory::CR).into();
		Pallet::<T>::issue_alias(origin, tin(TIN), AliasScheme::Code, value()).expect("it is free");
		let origin = officer::<T>(Territory::CR);

		#[extrinsic_call]
		_(origin, tin(TIN), Territory::CR, AliasScheme::Code, value());

		assert_eq!(led::<T>(), AliasMatch::NoMatch);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
