//! What the pallet needs of a runtime, besides the roles in [`aeo_primitives`].

use crate::types::Purpose;
use aeo_primitives::Signer;
use frame_support::pallet_prelude::InvalidTransaction;
use sp_runtime::traits::{DispatchInfoOf, Dispatchable};

/// What the quotas pay for: the runtime knows all calls, this pallet knows what each account has.
pub trait PaidCalls<AccountId, Call: Dispatchable> {
	/// Returns the purpose of a transaction of `who`, which signs as `signer`; none where no quota
	/// pays for such a call of such a signer, so that it is paid from a balance. An error where it
	/// is refused whoever pays.
	fn purpose(
		who: &AccountId,
		signer: Option<&Signer>,
		call: &Call,
		info: &DispatchInfoOf<Call>,
	) -> Result<Option<Purpose>, InvalidTransaction>;
}

/// A chain without such rules: every call is the work of whoever has a role.
impl<AccountId, Call: Dispatchable> PaidCalls<AccountId, Call> for () {
	fn purpose(
		_who: &AccountId,
		_signer: Option<&Signer>,
		_call: &Call,
		_info: &DispatchInfoOf<Call>,
	) -> Result<Option<Purpose>, InvalidTransaction> {
		Ok(Some(Purpose::Work))
	}
}
