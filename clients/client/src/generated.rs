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
		path = "aeo_primitives::sharing::ConsentFor",
		with = "::subxt::utils::Static<::aeo_primitives::ConsentFor>"
	),
	substitute_type(
		path = "aeo_primitives::territory::Territory",
		with = "::subxt::utils::Static<::aeo_primitives::Territory>"
	)
)]
pub mod api {}
