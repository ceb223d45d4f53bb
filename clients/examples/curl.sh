#!/usr/bin/env bash
# With curl alone: reads a certificate, asks what it earns, lists, sends a suspension, and hears of it. All but
# signing: the third argument is a file with the signed transaction in hexadecimal digits, from whatever has the
# key. Prints what the node answers, a line each.
#
#     ./curl.sh http://127.0.0.1:9944 MX-OEA-0001 signed.hex
set -euo pipefail
node=$1 number=$2 signed=$3

# Asks a method ($1) with parameters ($2), and fails where the node answers with an error.
ask() {
	local reply
	reply=$(curl -sS --fail-with-body -H 'content-type: application/json' "$node" \
		-d '{"jsonrpc":"2.0","id":1,"method":"'"$1"'","params":'"$2"'}')
	printf '%s\n' "$reply"
	[[ $reply != *'"error":{'* ]]
}

ask aeo_certificate '["MX","'"$number"'"]'
ask aeo_evaluate '["CR",{"Certificate":{"issuer":"MX","number":"'"$number"'"}},"EX","Import"]'
ask aeo_list '["CR","MX"]'

# Where the feed stands now; what comes afterwards is asked for from there on, again and again.
cursor=$(ask aeo_changes '["CR"]' | sed 's/.*"cursor":"\([^"]*\)".*/\1/')
ask author_submitExtrinsic '["'"$(<"$signed")"'"]'
for ((tries = 0; tries < 40; tries++)); do
	changes=$(ask aeo_changes '{"grantor":"CR","cursor":"'"$cursor"'"}')
	if [[ $changes == *'"number":"'"$number"'"'* ]]; then
		printf '%s\n' "$changes"
		exit
	fi
	sleep 1
done
echo "no change of $number was told in 40 seconds" >&2
exit 1
