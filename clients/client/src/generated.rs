//! Calls, questions and events, generated from the metadata of the runtime, which
//! `runtime/tests/it/metadata.rs` writes and compares.

/// Calls, questions and stored values of the chain. What `aeo-primitives` has a type for is that type.
#[allow(
	missing_docs,
	reason = "the chain's own documentation is kept where it has one"
)]
#[subxt::subxt(
	runtime_metadata_path = "metadata.scale",
	substitute_type(
		path = "aeo_primitives::application::Opinion",
		with = "::subxt::utils::Static<::aeo_primitives::Opinion>"
	),
	substitute_type(
		path = "aeo_primitives::application::WishKind",
		with = "::subxt::utils::Static<::aeo_primitives::WishKind>"
	),
	substitute_type(
		path = "aeo_primitives::certificate::SuspensionEnd",
		with = "::subxt::utils::Static<::aeo_primitives::SuspensionEnd>"
	),
	substitute_type(
		path = "aeo_primitives::certificate::WrittenSuspensionEnd",
		with = "::subxt::utils::Static<::aeo_primitives::WrittenSuspensionEnd>"
	),
	substitute_type(
		path = "aeo_primitives::codes::Benefit",
		with = "::subxt::utils::Static<::aeo_primitives::Benefit>"
	),
	substitute_type(
		path = "aeo_primitives::codes::DataClass",
		with = "::subxt::utils::Static<::aeo_primitives::DataClass>"
	),
	substitute_type(
		path = "aeo_primitives::codes::Direction",
		with = "::subxt::utils::Static<::aeo_primitives::Direction>"
	),
	substitute_type(
		path = "aeo_primitives::codes::Ground",
		with = "::subxt::utils::Static<::aeo_primitives::Ground>"
	),
	substitute_type(
		path = "aeo_primitives::codes::Halves",
		with = "::subxt::utils::Static<::aeo_primitives::Halves>"
	),
	substitute_type(
		path = "aeo_primitives::codes::IncidentKind",
		with = "::subxt::utils::Static<::aeo_primitives::IncidentKind>"
	),
	substitute_type(
		path = "aeo_primitives::codes::RequestKind",
		with = "::subxt::utils::Static<::aeo_primitives::RequestKind>"
	),
	substitute_type(
		path = "aeo_primitives::codes::RequestOutcome",
		with = "::subxt::utils::Static<::aeo_primitives::RequestOutcome>"
	),
	substitute_type(
		path = "aeo_primitives::codes::Role",
		with = "::subxt::utils::Static<::aeo_primitives::Role>"
	),
	substitute_type(
		path = "aeo_primitives::codes::Row",
		with = "::subxt::utils::Static<::aeo_primitives::Row>"
	),
	substitute_type(
		path = "aeo_primitives::codes::Scope",
		with = "::subxt::utils::Static<::aeo_primitives::Scope>"
	),
	substitute_type(
		path = "aeo_primitives::codes::SuspensionScope",
		with = "::subxt::utils::Static<::aeo_primitives::SuspensionScope>"
	),
	substitute_type(
		path = "aeo_primitives::declare::DeclaredNumber",
		with = "::subxt::utils::Static<::aeo_primitives::DeclaredNumber>"
	),
	substitute_type(
		path = "aeo_primitives::four_eyes::FourEyes",
		with = "::subxt::utils::Static<::aeo_primitives::FourEyes>"
	),
	substitute_type(
		path = "aeo_primitives::identifier::Identifier",
		with = "::subxt::utils::Static<::aeo_primitives::Identifier>"
	),
	substitute_type(
		path = "aeo_primitives::identifier::Subject",
		with = "::subxt::utils::Static<::aeo_primitives::Subject>"
	),
	substitute_type(
		path = "aeo_primitives::recognition::answer::Basis",
		with = "::subxt::utils::Static<::aeo_primitives::recognition::Basis>"
	),
	substitute_type(
		path = "aeo_primitives::recognition::facts::ConsentMode",
		with = "::subxt::utils::Static<::aeo_primitives::recognition::ConsentMode>"
	),
	substitute_type(
		path = "aeo_primitives::recognition::facts::ConsentNeed",
		with = "::subxt::utils::Static<::aeo_primitives::recognition::ConsentNeed>"
	),
	substitute_type(
		path = "aeo_primitives::sharing::ConsentFor",
		with = "::subxt::utils::Static<::aeo_primitives::ConsentFor>"
	),
	substitute_type(
		path = "aeo_primitives::territory::Territory",
		with = "::subxt::utils::Static<::aeo_primitives::Territory>"
	)
)]
pub mod api {}
