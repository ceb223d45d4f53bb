//! Validators publish the addresses of their nodes, signed with their session's key for it, in the
//! network's distributed table; every node looks up those of the validators of this session and the
//! next, and may then connect to them, whoever its boot nodes are.

use crate::client::FullClient;
use futures::StreamExt;
use sc_authority_discovery::{
	new_worker_and_service_with_config, Role as DiscoveryRole, Service, WorkerConfig,
};
use sc_network::{
	config::NetworkConfiguration,
	event::Event,
	multiaddr::{Multiaddr, Protocol},
	service::traits::NetworkService,
	PeerId,
};
use sc_service::{Role, TaskManager};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_authority_discovery::{AuthorityDiscoveryApi, AuthorityId};
use sp_blockchain::HeaderBackend;
use sp_keystore::KeystorePtr;
use std::{collections::BTreeSet, sync::Arc, time::Duration};
use substrate_prometheus_endpoint::Registry;

/// What this module logs under.
const LOG_TARGET: &str = "discovery";

/// How often what was found is told to the network. The table itself is asked every 10 minutes,
/// more often after a start.
const TELLING: Duration = Duration::from_secs(30);

/// What discovery works with.
pub struct Discovery {
	/// Says who the validators are.
	pub client: Arc<FullClient>,
	/// Holds the table, and connects.
	pub network: Arc<dyn NetworkService>,
	/// Holds the key that signs this node's addresses.
	pub keystore: KeystorePtr,
	/// Only validators publish.
	pub role: Role,
	/// Where the metrics go.
	pub registry: Option<Registry>,
}

impl Discovery {
	/// Starts publishing (a validator) and looking up (every node).
	pub fn start(self, task_manager: &TaskManager, config: &NetworkConfiguration) {
		let Self {
			client,
			network,
			keystore,
			role,
			registry,
		} = self;
		let role = if role.is_authority() {
			DiscoveryRole::PublishAndDiscover(keystore)
		} else {
			DiscoveryRole::Discover
		};
		let events = network
			.event_stream("authority-discovery")
			.filter_map(|event| async move {
				match event {
					Event::Dht(event) => Some(event),
					_ => None,
				}
			});
		let (worker, found) = new_worker_and_service_with_config(
			WorkerConfig {
				publish_non_global_ips: config.allow_non_globals_in_dht,
				public_addresses: config.public_addresses.clone(),
				// A record must be signed by the node that it names, too.
				strict_record_validation: true,
				persisted_cache_directory: config.net_config_path.clone(),
				..WorkerConfig::default()
			},
			client.clone(),
			Arc::new(network.clone()),
			Box::pin(events),
			role,
			registry,
			task_manager.spawn_handle(),
		);
		let spawner = task_manager.spawn_handle();
		spawner.spawn(
			"authority-discovery-worker",
			Some("networking"),
			worker.run(),
		);
		spawner.spawn(
			"authority-discovery-addresses",
			Some("networking"),
			tell(client, network, found),
		);
	}
}

/// Tells the network again and again what was found, so that it can connect there.
async fn tell(client: Arc<FullClient>, network: Arc<dyn NetworkService>, mut found: Service) {
	let own = network.local_peer_id();
	let mut known = BTreeSet::new();
	loop {
		futures_timer::Delay::new(TELLING).await;
		let validators = match authorities(&client) {
			Ok(validators) => validators,
			Err(error) => {
				log::debug!(target: LOG_TARGET, "The validators cannot be read: {error}");
				continue;
			}
		};
		let mut seen = BTreeSet::new();
		for validator in validators {
			let addresses = found.get_addresses_by_authority_id(validator.clone()).await;
			for (node, address) in addresses.into_iter().flatten().filter_map(node_at) {
				if node == own {
					continue;
				}
				let place = (node.to_bytes(), address.to_string());
				if !known.contains(&place) {
					log::info!(
						target: LOG_TARGET,
						"Found the node {node} of the validator {validator} at {address}",
					);
					network.add_known_address(node, address);
				}
				seen.insert(place);
			}
		}
		known = seen;
	}
}

/// The validators of this session and the next, by their keys for this purpose.
fn authorities(client: &FullClient) -> Result<Vec<AuthorityId>, ApiError> {
	client.runtime_api().authorities(client.info().best_hash)
}

/// Takes the node's name off an address that ends with one.
fn node_at(mut address: Multiaddr) -> Option<(PeerId, Multiaddr)> {
	match address.pop()? {
		Protocol::P2p(node) => Some((PeerId::from_multihash(node).ok()?, address)),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn node_should_be_split_off_its_address() {
		let node = PeerId::random();
		let address: Multiaddr = "/ip4/192.0.2.1/tcp/30333".parse().expect("an address");
		let whole = address.clone().with(Protocol::P2p(*node.as_ref()));
		assert_eq!(node_at(whole), Some((node, address)));
	}

	#[test]
	fn address_without_a_node_should_be_left_out() {
		for address in ["/ip4/192.0.2.1/tcp/30333", "/dns/node.example"] {
			assert_eq!(node_at(address.parse().expect("an address")), None);
		}
	}
}
