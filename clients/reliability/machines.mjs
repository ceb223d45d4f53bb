// A machine for each node, as far as the network goes: a namespace of Linux with its own wire to a switch. Two
// switches are there, so that a network can be cut in two. All of it is gone when this program ends.

import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** In the environment of the program once it is alone in its own network. */
const ALONE = 'AEO_ALONE';

/** The switches. */
const [MAIN, OTHER] = ['main', 'other'];

/** The network of nodes, and the lines by which only we ask each. */
const [NODES, LINES] = ['10.77.0', '10.78'];

/** The last number of our own address in the network of nodes. */
const LIGHT = 254;

/** A namespace for the user, its network and its file systems, in which nothing else of the machine is touched. */
const APART = ['--user', '--map-root-user', '--net', '--mount'];

/** Whether this program is alone in its own network. */
export const isAlone = () => process.env[ALONE] !== undefined;

/** Whether the machine allows it. */
export function canBeAlone() {
	return spawnSync('unshare', [...APART, 'ip', 'link'], { stdio: 'ignore' }).status === 0;
}

/** Runs this program once more, alone, and gives its exit code. */
export function runAlone() {
	const args = [...APART, process.execPath, ...process.argv.slice(1)];
	// What Ctrl-C ends is ended by the program itself, which tells of it.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {});
	}
	const env = { ...process.env, [ALONE]: '1' };
	const { status, error } = spawnSync('unshare', args, { stdio: 'inherit', env });
	if (error !== undefined) {
		throw error;
	}
	return status ?? 1;
}

function ip(...words) {
	execFileSync('ip', words.join(' ').split(' '));
}

function tc(...words) {
	execFileSync('tc', words);
}

const wire = (place) => `wire${place}`;
const space = (place) => `node${place}`;

/** Both ends of the wire of a node: how `tc` finds the machine, and the device there. */
const ends = (place) => [
	[['-n', space(place)], 'eth0'],
	[[], wire(place)],
];

/** Machines for so many nodes. */
export class Machines {
	constructor(count) {
		this.count = count;
		execFileSync('mount', ['-t', 'tmpfs', 'run', '/run']);
		writeFileSync('/proc/sys/net/ipv4/ip_forward', '0');
		ip('link set lo up');
		for (const name of [MAIN, OTHER]) {
			ip(`link add ${name} type bridge`);
			ip(`link set ${name} up`);
		}
		// A light client is here, and not on a machine of its own.
		ip(`addr add ${NODES}.${LIGHT}/24 dev ${MAIN}`);
		for (let place = 0; place < count; place += 1) {
			const at = `-n ${space(place)}`;
			ip(`netns add ${space(place)}`);
			ip(`${at} link set lo up`);
			ip(`link add ${wire(place)} type veth peer name eth0 netns ${space(place)}`);
			ip(`link set ${wire(place)} master ${MAIN} up`);
			ip(`${at} addr add ${NODES}.${place + 1}/24 dev eth0`);
			ip(`${at} link set eth0 up`);
			// Our own line does not lead to the others.
			ip(`link add line${place} type veth peer name eth1 netns ${space(place)}`);
			ip(`addr add ${LINES}.${place}.1/24 dev line${place}`);
			ip(`link set line${place} up`);
			ip(`${at} addr add ${LINES}.${place}.2/24 dev eth1`);
			ip(`${at} link set eth1 up`);
		}
	}

	/** Where the node at a place is, as nodes.mjs wants it. */
	of = (place) => ({
		host: `${NODES}.${place + 1}`,
		rpcHost: `${LINES}.${place}.2`,
		before: ['ip', 'netns', 'exec', space(place)],
		options: ['--unsafe-rpc-external', '--rpc-cors', 'all', '--prometheus-external'],
	});

	/** Cuts those at these places off from all others. */
	split(places) {
		for (const place of places) {
			ip(`link set ${wire(place)} master ${OTHER}`);
		}
	}

	/** Puts all on one switch again. */
	join() {
		for (let place = 0; place < this.count; place += 1) {
			ip(`link set ${wire(place)} master ${MAIN}`);
		}
	}

	/** Pulls the wire of a node out, or puts it in again. */
	plug(place, isIn) {
		ip(`link set ${wire(place)} ${isIn ? 'up' : 'down'}`);
	}

	/**
	 * Makes the wire of a node slow in both directions: so many kilobits a second, with a second's worth of them waiting
	 * at most; and it loses one packet in so many (a power of two), by their running numbers.
	 */
	slow(place, { kilobits, oneOf }) {
		const waiting = (kilobits * 1_000) / 8;
		for (const [at, device] of ends(place)) {
			const on = (what, words) => tc(...at, what, 'add', 'dev', device, ...words.split(' '));
			on('qdisc', 'root handle 1: htb default 1');
			on('class', `parent 1: classid 1:1 htb rate ${kilobits}kbit`);
			on('qdisc', `parent 1:1 bfifo limit ${waiting}`);
			// Into a queue in which no packet finds room.
			on('class', `parent 1: classid 1:2 htb rate ${kilobits}kbit`);
			on('qdisc', 'parent 1:2 bfifo limit 1');
			on('filter', `parent 1: protocol ip u32 match u16 1 ${(oneOf - 1).toString(16)} at 4 flowid 1:2`);
		}
	}

	/** Makes it as fast as before. */
	hasten(place) {
		for (const [at, device] of ends(place)) {
			tc(...at, 'qdisc', 'del', 'dev', device, 'root');
		}
	}

	/** Gives a folder a file system of its own, of so many MiB. */
	limit(folder, size) {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'small', folder]);
	}

	/** Takes it away again, so that the folder can be deleted. */
	unlimit(folder) {
		execFileSync('umount', ['--lazy', folder]);
	}
}
