//! What node and clients may call.

use crate::{
	presets, queries, AccountId, AuthorityDiscovery, Balance, Benefits, Block, Certificates,
	Equivocations, Executive, Grandpa, Historical, InherentDataExt, Nonce, Runtime, RuntimeCall,
	RuntimeGenesisConfig, SessionKeys, System, TransactionPayment, VERSION,
};
use aeo_primitives::{
	recognition::Answer, tin::Reason, AgreementId, CertificateNumber, Direction, Identifier,
	Moment, Role, StatusPeriod, Territory, WrittenTin,
};
use aeo_runtime_api::{
	AgreementPage, AgreementStatus, CertificateStatus, Change, Counts, CredentialIssuerStatus,
	CredentialStatusPage, Dated, Explanation, Given, GrantReport, IncidentReport,
	IrregularityStatus, LegDeclaration, LegSharing, LegStatus, ListPage, ListPlace, ListReport,
	MilestoneRecord, NotTried, PendingPage, Questions, QuotaStatus, RequestPage, SharedCertificate,
	StatusAt, TinReport, ToldThrough, Tried, UnacknowledgedPage, Use, UtilisationPage,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	traits::KeyOwnerProofSystem,
};
use pallet_certificates::Decision;
use pallet_transaction_payment_rpc_runtime_api::{FeeDetails, RuntimeDispatchInfo};
use sp_api::impl_runtime_apis;
use sp_authority_discovery::AuthorityId as AuthorityDiscoveryId;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{OpaqueMetadata, H256};
use sp_genesis_builder::PresetId;
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block)
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: frame_support::view_functions::ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: InherentData,
		) -> CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			extrinsic: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, extrinsic, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(crate::SLOT_DURATION)
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_authority_discovery::AuthorityDiscoveryApi<Block> for Runtime {
		fn authorities() -> Vec<AuthorityDiscoveryId> {
			AuthorityDiscovery::authorities()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(owner: Vec<u8>, seed: Option<Vec<u8>>) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, sp_core::crypto::KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			Grandpa::current_set_id()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			owner: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Grandpa::submit_unsigned_equivocation_report(proof, owner.decode()?)
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			authority: GrandpaId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority))
				.map(|proof| sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(proof.encode()))
		}
	}

	impl pallet_equivocations::EquivocationsApi<Block> for Runtime {
		fn report_two_blocks(
			proof: pallet_equivocations::Proof<<Block as BlockT>::Header>,
		) -> Option<()> {
			Equivocations::submit_report(proof)
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance> for Runtime {
		fn query_info(uxt: <Block as BlockT>::Extrinsic, len: u32) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(uxt: <Block as BlockT>::Extrinsic, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: frame_support::weights::Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall> for Runtime {
		fn query_call_info(call: RuntimeCall, len: u32) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(call: RuntimeCall, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: frame_support::weights::Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(
			checks: frame_try_runtime::UpgradeCheckSelect,
		) -> (frame_support::weights::Weight, frame_support::weights::Weight) {
			crate::try_runtime::on_runtime_upgrade(checks)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> frame_support::weights::Weight {
			crate::try_runtime::execute_block(block, state_root_check, signature_check, select)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			crate::benchmarks::metadata(extra)
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			crate::benchmarks::dispatch(config)
		}
	}

	impl aeo_runtime_api::AeoApi<Block, AccountId, Decision> for Runtime {
		fn evaluate(grantor: Territory, identifier: Identifier, role: Role, direction: Direction) -> Dated<Option<Answer>> {
			queries::dated(Benefits::evaluate(grantor, &identifier, role, direction))
		}

		fn evaluate_many(grantor: Territory, questions: Questions) -> Dated<Option<Vec<Answer>>> {
			queries::dated(queries::evaluate_many(grantor, &questions))
		}

		fn explain(grantor: Territory, identifier: Identifier, role: Role, direction: Direction) -> Dated<Option<Explanation>> {
			queries::dated(queries::explain(grantor, &identifier, role, direction))
		}

		fn certificate(issuer: Territory, number: CertificateNumber) -> Dated<Option<CertificateStatus>> {
			queries::dated(queries::certificate(issuer, &number))
		}

		fn certificates_of(tin: WrittenTin) -> Dated<Result<Vec<CertificateStatus>, Reason>> {
			queries::dated(queries::certificates_of(&tin))
		}

		fn history(issuer: Territory, number: CertificateNumber, page: u32) -> Dated<Vec<StatusPeriod<AccountId>>> {
			queries::dated(Certificates::history(issuer, &number, page))
		}

		fn status_at(issuer: Territory, number: CertificateNumber, moment: Moment) -> Dated<Option<StatusAt<AccountId>>> {
			queries::dated(queries::status_at(issuer, &number, moment))
		}

		fn certificates_by_issuer(issuer: Territory, page: u32) -> Dated<Vec<CertificateStatus>> {
			queries::dated(queries::certificates_by_issuer(issuer, page))
		}

		fn pending_decisions(issuer: Territory, page: u32) -> Dated<PendingPage<AccountId, Decision>> {
			queries::dated(queries::pending_decisions(issuer, page))
		}

		fn requests(issuer: Territory, page: u32) -> Dated<RequestPage<AccountId>> {
			queries::dated(queries::requests(issuer, page))
		}

		fn counts(issuer: Territory) -> Dated<Counts> {
			queries::dated(queries::counts(issuer))
		}

		fn uses_of(tin: WrittenTin, page: u32) -> Dated<Vec<Use>> {
			queries::dated(queries::uses_of(&tin, page))
		}

		fn grant(grantor: Territory, declaration: H256, role: Role) -> Dated<Option<GrantReport>> {
			queries::dated(queries::grant(grantor, declaration, role))
		}

		fn utilisation(administration: Territory, page: u32) -> Dated<UtilisationPage> {
			queries::dated(queries::utilisation(administration, page))
		}

		fn incidents(administration: Territory, page: u32) -> Dated<Vec<IncidentReport>> {
			queries::dated(queries::incidents(administration, page))
		}

		fn unacknowledged(administration: Territory, from: Option<ToldThrough>) -> Dated<UnacknowledgedPage> {
			queries::dated(queries::unacknowledged(administration, from))
		}

		fn irregularities(issuer: Territory, page: u32) -> Dated<Vec<IrregularityStatus<AccountId>>> {
			queries::dated(queries::irregularities(issuer, page))
		}

		fn reported_irregularities(grantor: Territory, page: u32) -> Dated<Vec<IrregularityStatus<AccountId>>> {
			queries::dated(queries::reported_irregularities(grantor, page))
		}

		fn legs(issuer: Territory, grantor: Territory) -> Dated<Vec<LegStatus>> {
			queries::dated(queries::legs(issuer, grantor))
		}

		fn declare_as(issuer: Territory, number: CertificateNumber, grantor: Territory) -> Dated<Vec<LegDeclaration>> {
			queries::dated(queries::declare_as(issuer, &number, grantor))
		}

		fn agreement(agreement: AgreementId) -> Dated<Option<AgreementStatus>> {
			queries::dated(queries::agreement(agreement))
		}

		fn agreements(page: u32) -> Dated<AgreementPage> {
			queries::dated(queries::agreements(page))
		}

		fn milestones(agreement: AgreementId, page: u32) -> Dated<Vec<MilestoneRecord>> {
			queries::dated(queries::milestones(agreement, page))
		}

		fn shared(issuer: Territory, reader: Territory, page: u32) -> Dated<Vec<SharedCertificate>> {
			queries::dated(queries::shared(issuer, reader, page))
		}

		fn lists(administration: Territory) -> Dated<ListReport> {
			queries::dated(queries::lists(administration))
		}

		fn sharing(issuer: Territory, number: CertificateNumber) -> Dated<Vec<LegSharing>> {
			queries::dated(queries::sharing(issuer, &number))
		}

		fn credential_issuer(administration: Territory) -> Dated<Option<CredentialIssuerStatus>> {
			queries::dated(queries::credential_issuer(administration))
		}

		fn credential_statuses(issuer: Territory, page: u32) -> Dated<CredentialStatusPage> {
			queries::dated(queries::credential_statuses(issuer, page))
		}

		fn list(grantor: Territory, issuer: Option<Territory>, after: Option<ListPlace>, limit: u32) -> Dated<Option<ListPage>> {
			queries::dated(queries::list(grantor, issuer, after, limit))
		}

		fn try_call(account: AccountId, call: Vec<u8>) -> Dated<Result<Tried, NotTried>> {
			queries::dated(queries::try_call(account, &call))
		}

		fn changes_in_block() -> Dated<Vec<Change>> {
			queries::dated(queries::changes_in_block())
		}

		fn changes_due(since: Moment, certificates: aeo_runtime_api::Certificates) -> Dated<Vec<Change>> {
			queries::dated(queries::changes_due(since, &certificates))
		}

		fn given(certificates: aeo_runtime_api::Certificates) -> Dated<Vec<Vec<Given>>> {
			queries::dated(queries::given(&certificates))
		}

		fn quota(account: AccountId) -> Dated<Option<QuotaStatus>> {
			queries::dated(queries::quota(&account))
		}

		fn tin_check(tin: WrittenTin) -> Dated<TinReport> {
			queries::dated(queries::tin_check(&tin))
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			presets::ensure_complete(&config)?;
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, presets::get)
		}

		fn preset_names() -> Vec<PresetId> {
			presets::names()
		}
	}
}
