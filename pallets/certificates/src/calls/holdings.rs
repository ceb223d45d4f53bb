//! The index of a trader's certificates, which is all that evaluation reads of them.

use crate::{
	rules::{days::is_live, holdings},
	types::CertificateRecord,
	Certificates, Config, Error, Holdings, Pallet,
};
use aeo_primitives::{CertificateNumber, CertificateType, Territory, TraderId};
use aeo_support::clock::Clock;
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Returns the certificates of an index.
	pub(crate) fn held(
		issuer: Territory,
		index: &[CertificateNumber],
	) -> Vec<(CertificateNumber, CertificateRecord)> {
		index
			.iter()
			.filter_map(|number| {
				Certificates::<T>::get(issuer, number).map(|record| (number.clone(), record))
			})
			.collect()
	}

	/// Sees that a certificate is in its trader's index, of which `held` are the certificates
	/// (invariant I3). What is neither live nor an open application, bars nothing and is not the
	/// latest of its type makes room.
	pub(crate) fn hold(
		issuer: Territory,
		number: &CertificateNumber,
		record: &CertificateRecord,
		held: &[(CertificateNumber, CertificateRecord)],
		clock: Clock,
	) -> DispatchResult {
		holdings::ensure_roles_free(record, held, clock).map_err(Error::<T>::from)?;
		let mut index = Holdings::<T>::get(issuer, record.trader);
		if index.contains(number) {
			return Ok(());
		}
		if index.is_full() {
			index.retain(|known| holdings::stays(known, record, held, clock));
		}
		index
			.try_push(number.clone())
			.map_err(|_| Error::<T>::TooManyCertificates)?;
		Holdings::<T>::insert(issuer, record.trader, index);
		Ok(())
	}

	/// Refuses a programme from which an earlier decision keeps the trader of `held` out.
	pub(crate) fn ensure_not_barred(
		certificate_type: &CertificateType,
		held: &[(CertificateNumber, CertificateRecord)],
		clock: Clock,
	) -> DispatchResult {
		ensure!(
			!holdings::is_barred(certificate_type, held, clock),
			Error::<T>::TraderBarred
		);
		Ok(())
	}

	/// Returns the certificates of a trader that are live.
	pub(crate) fn live_of(
		issuer: Territory,
		trader: TraderId,
		clock: Clock,
	) -> impl Iterator<Item = CertificateNumber> {
		Self::held(issuer, &Holdings::<T>::get(issuer, trader))
			.into_iter()
			.filter(move |(_, record)| is_live(record, clock))
			.map(|(number, _)| number)
	}
}
