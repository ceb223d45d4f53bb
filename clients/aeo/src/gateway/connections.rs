//! How many connections there are, in all and from one address, so that one client leaves room for the others.

use super::{
	metrics::Metrics,
	problem::{Kind, Problem},
};
use std::{
	collections::BTreeMap,
	net::{IpAddr, Ipv6Addr},
	sync::{Arc, Mutex, MutexGuard, PoisonError},
	time::Duration,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Most who are told at once that there is no place for them.
const MOST_TOLD: usize = 64;

/// When who found no place may try again.
const WAIT: Duration = Duration::from_secs(5);

/// What clients may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
	/// Most connections.
	pub most: u32,
	/// Most connections of one address.
	pub most_of_one: u32,
	/// How long a client may take for what it says, and to take what it is told.
	pub patience: Duration,
}

/// Why there is no place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refused {
	/// This address has as many as one may have.
	TooManyOfOne(u32),
	/// All are taken.
	Full,
}

impl Refused {
	/// What who comes is told.
	pub fn problem(self) -> Problem {
		let problem = match self {
			Self::TooManyOfOne(limit) => Problem::with(Kind::TooManyConnections, "limit", limit),
			Self::Full => Problem::new(Kind::Full),
		};
		problem.after(WAIT)
	}
}

/// The connections that there are.
pub struct Connections {
	limits: Limits,
	places: Arc<Semaphore>,
	told: Arc<Semaphore>,
	of_each: Mutex<BTreeMap<IpAddr, u32>>,
	metrics: Arc<Metrics>,
}

/// A connection that has a place, until it is dropped.
pub struct Place {
	connections: Arc<Connections>,
	from: IpAddr,
	_permit: OwnedSemaphorePermit,
}

impl Connections {
	/// Begins without any.
	pub fn new(limits: Limits, metrics: Arc<Metrics>) -> Arc<Self> {
		Arc::new(Self {
			limits,
			places: Arc::new(Semaphore::new(size(limits.most))),
			told: Arc::new(Semaphore::new(MOST_TOLD)),
			of_each: Mutex::default(),
			metrics,
		})
	}

	fn of_each(&self) -> MutexGuard<'_, BTreeMap<IpAddr, u32>> {
		self.of_each.lock().unwrap_or_else(PoisonError::into_inner)
	}

	/// Gives a place to who comes from an address.
	///
	/// # Errors
	///
	/// There is none for it.
	pub fn admit(self: &Arc<Self>, address: IpAddr) -> Result<Place, Refused> {
		let place = self.place(neighbourhood(address));
		match &place {
			Ok(_) => self.metrics.came(),
			Err(refused) => self.metrics.refused(refused.problem().kind.name()),
		}
		place
	}

	fn place(self: &Arc<Self>, from: IpAddr) -> Result<Place, Refused> {
		let limit = self.limits.most_of_one;
		let mut of_each = self.of_each();
		let of_one = of_each.get(&from).copied().unwrap_or_default();
		if of_one >= limit {
			return Err(Refused::TooManyOfOne(limit));
		}
		let permit = self.places.clone().try_acquire_owned();
		let permit = permit.map_err(|_| Refused::Full)?;
		of_each.insert(from, of_one + 1);
		Ok(Place {
			connections: self.clone(),
			from,
			_permit: permit,
		})
	}

	/// Gives a place among those who are told that there is none; none where too many are.
	pub fn to_be_told(&self) -> Option<OwnedSemaphorePermit> {
		self.told.clone().try_acquire_owned().ok()
	}

	/// Waits until nobody has a place.
	pub async fn all_gone(&self) {
		drop(self.places.acquire_many(self.limits.most).await);
	}
}

impl Drop for Place {
	fn drop(&mut self) {
		self.connections.metrics.went();
		let mut of_each = self.connections.of_each();
		let left = of_each
			.get(&self.from)
			.map_or(0, |count| count.saturating_sub(1));
		// An address that has gone leaves nothing behind.
		if left == 0 {
			of_each.remove(&self.from);
		} else {
			of_each.insert(self.from, left);
		}
	}
}

/// The most that a semaphore holds is far above.
fn size(count: u32) -> usize {
	usize::try_from(count)
		.unwrap_or(usize::MAX)
		.min(Semaphore::MAX_PERMITS)
}

/// What counts as one address: of IPv6 the first half, since whoever has one has all of the rest.
fn neighbourhood(address: IpAddr) -> IpAddr {
	match address.to_canonical() {
		IpAddr::V6(six) => Ipv6Addr::from_bits(six.to_bits() & !u128::from(u64::MAX)).into(),
		four @ IpAddr::V4(_) => four,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn connections(most: u32, most_of_one: u32) -> Arc<Connections> {
		let patience = Duration::from_secs(1);
		let limits = Limits {
			most,
			most_of_one,
			patience,
		};
		Connections::new(limits, Arc::new(Metrics::new(false)))
	}

	fn address(text: &str) -> IpAddr {
		text.parse().expect("an address")
	}

	#[test]
	fn one_address_should_leave_places_for_others() {
		let connections = connections(3, 2);
		let (one, other) = (address("192.0.2.1"), address("192.0.2.2"));
		let first = connections.admit(one).expect("a place");
		let second = connections.admit(one).expect("a place");
		assert_eq!(connections.admit(one).err(), Some(Refused::TooManyOfOne(2)));
		let third = connections.admit(other).expect("a place");
		assert_eq!(connections.admit(other).err(), Some(Refused::Full));
		drop(first);
		drop(connections.admit(one).expect("a place"));
		drop((second, third));
		assert!(connections.of_each().is_empty());
	}

	#[test]
	fn what_one_client_has_should_count_as_one_address() {
		for (one, other, are_one) in [
			("2001:db8::1", "2001:db8::ffff:1", true),
			("2001:db8::1", "2001:db8:0:1::1", false),
			("::ffff:192.0.2.1", "192.0.2.1", true),
			("192.0.2.1", "192.0.2.2", false),
			("::1", "127.0.0.1", false),
		] {
			let [one, other] = [one, other].map(|text| neighbourhood(address(text)));
			assert_eq!(one == other, are_one, "{one} {other}");
		}
	}
}
