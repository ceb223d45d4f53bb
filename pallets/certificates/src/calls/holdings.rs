//! The index of a trader's certificates, which is all that evaluation reads of them.

use crate::{
	rules::{days::is_live, holdings},
	types::CertificateRecord,
	Certificates, Config, Error, Holdings, Pallet, Programmes,
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

	/// Returns whether a certificate on which was just decided is the only one of its trader's index, so that
	/// no other one was looked at.
	pub(crate) fn is_only_one(issuer: Territory, record: &CertificateRecord) -> bool {
		Holdings::<T>::decode_len(issuer, record.trader).is_none_or(|held| held <= 1)
	}

	/// Returns whether a decision that was just taken had neither another certificate of the firm to look at nor
	/// an opinion, so that it weighs less than it can.
	pub(crate) fn is_plain(issuer: Territory, number: &CertificateNumber) -> bool {
		Certificates::<T>::get(issuer, number).is_some_and(|record| {
			let programme = Programmes::<T>::get(issuer, &record.certificate_type.programme);
			Self::is_only_one(issuer, &record)
				&& programme.is_some_and(|programme| programme.opinions_required.is_empty())
		})
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
