//! The work of the calls, one file each; here what several of them share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod publish;
mod register_key;
mod remove_key;
mod set_source;

use crate::{
	rules::{
		list::{Refusal, TooOld},
		source::NotUnderstood,
	},
	Config, Error, Pallet,
};
use aeo_primitives::{TraderId, TraderLookup};
use frame_support::pallet_prelude::DispatchError;
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Returns the number of the block.
	pub(crate) fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// Returns the trader to which an account is linked.
	pub(crate) fn trader_of(account: &T::AccountId) -> Result<TraderId, DispatchError> {
		T::Traders::holder(account).ok_or_else(|| Error::<T>::NotAHolder.into())
	}
}

impl<T: Config> From<TooOld> for Error<T> {
	fn from(why: TooOld) -> Self {
		match why {
			TooOld::MadeInFuture => Self::MadeInFuture,
			TooOld::MadeTooLongAgo => Self::MadeTooLongAgo,
			TooOld::ConsentWithdrawnSince => Self::ConsentWithdrawnSince,
		}
	}
}

impl<T: Config> From<Refusal> for Error<T> {
	fn from(why: Refusal) -> Self {
		match why {
			Refusal::RootAndPages => Self::RootAndPages,
			Refusal::NotNext => Self::NotNext,
			Refusal::ReaderUnsafe => Self::ReaderUnsafe,
			Refusal::KeyRotated => Self::KeyRotated,
			Refusal::NotEntitled => Self::NotEntitled,
		}
	}
}

impl<T: Config> From<NotUnderstood> for Error<T> {
	fn from(_: NotUnderstood) -> Self {
		Self::SourceNotUnderstood
	}
}
