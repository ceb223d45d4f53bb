#!/usr/bin/env bash
# With @polkadot/api-cli, from a terminal: reads a certificate, suspends it, and hears of it. It calls no questions of
# the runtime: what a certificate earns, and lists, curl.sh asks. The third argument is the program, for which
# `npx --package @polkadot/api-cli polkadot-js-api` does as well.
#
#     ./api-cli.sh ws://127.0.0.1:9944 MX-OEA-0001 node_modules/.bin/polkadot-js-api
set -euo pipefail
address=$1 number=$2 program=$3

# Prints a step with its answer, on one line.
tell() {
	printf '{"step":"%s","answer":%s}\n' "$1" "$2"
}
api() {
	node "$program" --ws "$address" "$@" 2>/dev/null
}

found=$(api query.certificates.certificates MX "$number" | tr -d ' \n')
roles=$(grep -o '"roles":\[[^]]*\]' <<<"$found")
tell certificate "{$roles}"

# The events of each block, from now on.
heard=$(mktemp)
node "$program" --ws "$address" --sub query.system.events >"$heard" 2>/dev/null &
listener=$!
trap 'kill "$listener" 2>/dev/null || true; rm -f "$heard"' EXIT
until [ -s "$heard" ]; do
	sleep 0.2
done

document=0x$(printf '5a%.0s' {1..32})
api --seed //MX//officer//1 tx.suspensions.suspend \
	"{\"Number\":\"$number\"}" Full Open Authority "$document" >/dev/null
tell suspension '"final"'

for ((tries = 0; tries < 40; tries++)); do
	if grep -q "\"$number\"" "$heard"; then
		tell change "\"$number\""
		exit
	fi
	sleep 0.5
done
echo "no event about $number in 20 seconds" >&2
exit 1
