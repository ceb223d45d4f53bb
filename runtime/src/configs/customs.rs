//! Traders, applications, certificates, agreements, benefits and disclosures.

use crate::{
	Administrations, Agreements, Applications, Benefits, BlockNumber, Certificates, Disclosures,
	Fees, Identities, Runtime, Suspensions, Timestamp,
};
use aeo_primitives::recognition::MAX_LEGS_OF_ISSUER;
use frame_support::traits::{ConstU32, ConstU64};

/// Milliseconds for which a grant is kept at least: three years, in which most customs laws allow a
/// declaration to be amended or a duty to be recovered. National law decides how long that is; a
/// ledger has one answer for all, which is this constant of the runtime, and nobody has to remove.
pub type Retention = ConstU64<{ 3 * 365 * 24 * 60 * 60 * 1_000 }>;

/// Milliseconds in which all parties must sign what one of them proposed: 180 days. Parliaments take
/// longer over a treaty, but a treaty is proposed here when it can be signed.
pub type ProposalLifetime = ConstU64<{ 180 * 24 * 60 * 60 * 1_000 }>;

/// How many blocks old the state may be on which a list of confidential data was made: 200, ten minutes.
/// Finality takes seconds, and to seal the lists of a large administration less than one of them.
pub const MAX_AGE_OF_LISTS: BlockNumber = 200;

/// Milliseconds in which an account must accept to act for a trader: 30 days.
pub type OfferLifetime = ConstU64<{ 30 * 24 * 60 * 60 * 1_000 }>;

/// Milliseconds in which a second officer must confirm a decision about a trader's number: 14 days.
pub type DecisionLifetime = ConstU64<{ 14 * 24 * 60 * 60 * 1_000 }>;

impl pallet_identities::Config for Runtime {
	type Administrations = Administrations;
	type OuterSigner = Fees;
	type Agencies = Applications;
	type Legs = Agreements;
	type OnTraderEnded = Benefits;
	type OnAccountUnlinked = Disclosures;
	type MaxAccounts = ConstU32<8>;
	type MaxAliases = ConstU32<64>;
	type MaxOpenOffers = ConstU32<256>;
	type OfferLifetime = OfferLifetime;
	type ProposalLifetime = DecisionLifetime;
	type Time = Timestamp;
	type WeightInfo = pallet_identities::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_certificates::Config for Runtime {
	type Administrations = Administrations;
	type OuterSigner = Fees;
	type Traders = Identities;
	type Opinions = Applications;
	type Legs = Agreements;
	type OnStandingChange = Benefits;
	type Time = Timestamp;
	type MaxPeriods = ConstU32<1_000>;
	type MaxBatch = ConstU32<400>;
	type MaxOpenBatches = ConstU32<8>;
	type WeightInfo = pallet_certificates::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_applications::Config for Runtime {
	type Administrations = Administrations;
	type OuterSigner = Fees;
	type Traders = Identities;
	type Certificates = Certificates;
	type OnStandingChange = Benefits;
	type Time = Timestamp;
	type WeightInfo = pallet_applications::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_suspensions::Config for Runtime {
	type Administrations = Administrations;
	type OuterSigner = Fees;
	type Certificates = Certificates;
	type OnStandingChange = Benefits;
	type Time = Timestamp;
	type WeightInfo = pallet_suspensions::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_agreements::Config for Runtime {
	type Administrations = Administrations;
	type Programmes = Certificates;
	type Time = Timestamp;
	type MaxLegsOfIssuer = ConstU32<MAX_LEGS_OF_ISSUER>;
	type ProposalLifetime = ProposalLifetime;
	type MaxWaiting = ConstU32<16>;
	type MaxWaitingBytes = ConstU32<262_144>;
	type WeightInfo = pallet_agreements::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_benefits::Config for Runtime {
	type Administrations = Administrations;
	type Traders = Identities;
	type Certificates = Certificates;
	type Legs = Agreements;
	type RecognitionSuspensions = Suspensions;
	type Time = Timestamp;
	type Retention = Retention;
	type WeightInfo = pallet_benefits::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_disclosures::Config for Runtime {
	type Administrations = Administrations;
	type Agreements = Agreements;
	type Consents = Certificates;
	type Traders = Identities;
	type Time = Timestamp;
	type MaxAge = ConstU32<MAX_AGE_OF_LISTS>;
	type WeightInfo = pallet_disclosures::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}
