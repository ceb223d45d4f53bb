//! What is stored, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The storage of the pallet.
#[pallet_section]
mod storage {
	/// The programmes of each administration. Blake2: codes are chosen.
	#[pallet::storage]
	pub type Programmes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Blake2_128Concat, ProgrammeCode, Programme>;

	/// What an administration gives to its own traders.
	#[pallet::storage]
	pub type DomesticOffers<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Territory,
		BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
		ValueQuery,
	>;

	/// The agencies of each administration: their accounts, by code. Blake2: codes are chosen.
	#[pallet::storage]
	pub type Agencies<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Blake2_128Concat, AgencyCode, T::AccountId>;

	/// The agency for which an account acts, and the admission of its administration in which it was
	/// registered: in another it may do nothing. Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub type AgencyAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, (Territory, AgencyCode, u32)>;

	/// How many agencies an administration has.
	#[pallet::storage]
	pub type AgencyCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The last opinion of each agency on an application. It stays when the agency is removed.
	#[pallet::storage]
	pub type Opinions<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, CertificateNumber>,
			NMapKey<Blake2_128Concat, AgencyCode>,
		),
		OpinionRecord,
	>;

	/// The certificates of each issuer, by number. Blake2: numbers are chosen.
	#[pallet::storage]
	pub type Certificates<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		CertificateRecord,
	>;

	/// How many certificates an issuer has; the ordinal of its next one.
	#[pallet::storage]
	pub type Ordinals<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The status periods of each certificate, from 0. They are only ever added.
	#[pallet::storage]
	pub type Periods<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, CertificateNumber>,
			NMapKey<Twox64Concat, u32>,
		),
		StatusPeriod<T::AccountId>,
	>;

	/// The certificates of each trader that evaluation looks at: all live ones, and the latest of
	/// each type. By issuer, since a trader whose territory changed hands has those of both. Identity:
	/// the key is a hash.
	#[pallet::storage]
	pub type Holdings<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Identity,
		TraderId,
		BoundedVec<CertificateNumber, ConstU32<MAX_CERTIFICATES>>,
		ValueQuery,
	>;

	/// The holders' own accounts that asked for something that is not decided yet. Blake2: numbers
	/// are chosen.
	#[pallet::storage]
	pub type Askers<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		AskedBy<T::AccountId>,
	>;

	/// The number of the last proposal of each issuer, of decisions and of batches; they are counted
	/// from 1.
	#[pallet::storage]
	pub type ProposalCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The decisions that wait for a second officer, by issuer and the proposal's number.
	#[pallet::storage]
	pub type Pendings<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Twox64Concat,
		u32,
		PendingDecision<T::AccountId>,
	>;

	/// What waits of the proposals of each officer. Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub type Proposed<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<OpenProposal, ConstU32<MAX_WAITING>>,
		ValueQuery,
	>;

	/// The batches that wait for a second officer, by issuer and the batch's hash. Identity: the
	/// key is a hash.
	#[pallet::storage]
	pub type Batches<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Identity,
		H256,
		Proposal<T::AccountId, Batch<T::MaxBatch>>,
	>;

	/// The batches of each issuer that wait.
	#[pallet::storage]
	pub type OpenBatches<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Territory,
		BoundedVec<OpenBatch, T::MaxOpenBatches>,
		ValueQuery,
	>;

	/// The changes of each issuer's certificates that existed before, from 0. They are only ever
	/// added.
	#[pallet::storage]
	pub type Changes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, Change>;

	/// How many changes there are.
	#[pallet::storage]
	pub type ChangeCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;
}
