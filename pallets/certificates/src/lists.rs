//! The storage of what is listed and counted by issuer, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// Lists and counts by issuer.
#[pallet_section]
mod lists {
	use aeo_primitives::{Request, StateKind};

	/// The number of each certificate by issuer and ordinal. They are only ever added.
	#[pallet::storage]
	pub type Numbers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, CertificateNumber>;

	/// How many certificates of each issuer are in each state, as it is stored: what has expired by
	/// the clock is still authorised.
	#[pallet::storage]
	pub type Counts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, StateKind, u32, ValueQuery>;

	/// The proposals that wait, by issuer and place, from 0 without a gap: the last one takes the place
	/// of one that was settled.
	#[pallet::storage]
	pub type Waiting<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, u32>;

	/// How many decisions of an issuer wait.
	#[pallet::storage]
	pub type WaitingCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The requests about each certificate, numbered from 1. They are only ever added. Blake2:
	/// certificates' numbers are chosen.
	#[pallet::storage]
	pub type Requests<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, CertificateNumber>,
			NMapKey<Twox64Concat, u32>,
		),
		Request<T::AccountId>,
	>;

	/// How many requests there are about each certificate. Blake2: numbers are chosen.
	#[pallet::storage]
	pub type RequestCounts<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		RequestCount,
		ValueQuery,
	>;

	/// The requests of each issuer in the order in which they were made, from 0. They are only ever
	/// added.
	#[pallet::storage]
	pub type RequestLog<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, RequestKey>;

	/// How many requests an issuer has made.
	#[pallet::storage]
	pub type RequestLogCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;
}
