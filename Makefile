# Everything is built in one profile and one set of features, so that nothing is compiled twice:
# hence --workspace also where only the node is wanted (with -p aeo-node alone our own crates and
# the wasm would be built once more, without their default features).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build run test end-to-end numbers features faults founding attacks agreements transcripts aeo offices acts gateway-check loading receipts receipts-wasm lists-wasm mirror examples portal portal-build portal-journeys lint docs check-genesis check-pilot check-reproducible release deb check-release hostile fuzz measured bench load costs weights peers clean ci

TARGET := $(or $(CARGO_TARGET_DIR),target)
NODE := $(TARGET)/fast/aeo-node
FAST := --workspace --profile fast --locked
# The programs in Rust that use the chain are a workspace of their own: docs/adr/0037-clients-apart.md
CLIENTS := --manifest-path clients/Cargo.toml --workspace --profile fast --locked
AEO := $(TARGET)/fast/aeo
ENV := source scripts/env
NPM_STAMP := clients/node_modules/.package-lock.json

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "make %-19s %s\n", $$1, $$2 }'
	@printf '\nmake run ONCE=1 ends after the story, with its result; KEEP=1 goes on with the chain of last time.\n'

setup: ## Install what is missing on this machine (run, test, ci, release do it by themselves)
	@scripts/setup

build: setup ## Build the node for development and tests
	@$(ENV) && cargo build $(FAST) --bin aeo-node

run: build aeo $(NPM_STAMP) ## Start four validators, play the story of a certificate, stop with Ctrl-C
	@exec node clients/main.mjs run --node "$(NODE)" --aeo "$(AEO)" $(if $(ONCE),--once) $(if $(KEEP),--keep)

test: setup ## Run all tests: Rust, then a node end to end
	@$(ENV) && cargo test $(FAST)
	@$(ENV) && export CARGO_TARGET_DIR="$(abspath $(TARGET))" && cargo test $(CLIENTS)
	@$(MAKE) --no-print-directory end-to-end

end-to-end: build aeo $(NPM_STAMP) ## Run the tests of the clients and of one node end to end
	@npm test --prefix clients
	@exec node clients/main.mjs test --node "$(NODE)" --aeo "$(AEO)"

aeo: setup ## Build the command line aeo
	@$(ENV) && export CARGO_TARGET_DIR="$(abspath $(TARGET))" && cargo build $(CLIENTS) --bin aeo

receipts-wasm: setup ## Build the verifier of receipts for browsers
	@$(ENV) && export CARGO_TARGET_DIR="$(abspath $(TARGET))" && cargo build --manifest-path clients/Cargo.toml -p aeo-receipt-wasm --target wasm32v1-none --profile wasm --locked

lists-wasm: setup ## Build the reader of lists for browsers
	@scripts/setup page
	@CARGO_TARGET_DIR="$(abspath $(TARGET))" scripts/lists-wasm

receipts: build aeo receipts-wasm $(NPM_STAMP) ## Make receipts on real nodes, verify them, tamper with them
	@exec node clients/receipts/main.mjs --node "$(NODE)" --aeo "$(AEO)" --wasm "$(TARGET)/wasm32v1-none/wasm/aeo_receipt_wasm.wasm"

offices: build aeo $(NPM_STAMP) ## Let two offices share confidential lists by aeo, on one node
	@exec node clients/offices/main.mjs --node "$(NODE)" --aeo "$(AEO)"

acts: build aeo $(NPM_STAMP) ## Play an officer's week by aeo, and what docs/officer/first-week.md shows, each on one node
	@node clients/acts/main.mjs --node "$(NODE)" --aeo "$(AEO)"
	@exec node clients/transcripts/main.mjs --node "$(NODE)" --aeo "$(AEO)" docs/officer/first-week.md

portal: portal-build ## Build the portal and serve it for the network of `make run`
	@exec node clients/portal/main.mjs

portal-build: receipts-wasm lists-wasm $(NPM_STAMP) ## Build the portal; from then on `make run` serves it too
	@CARGO_TARGET_DIR="$(abspath $(TARGET))" npm run --silent portal --prefix clients

portal-journeys: build aeo portal-build ## Do what people do at the portal, in headless Chromium against a node (ONLY=word)
	@scripts/setup chromium
	@exec node clients/portal/journeys/main.mjs --node "$(NODE)" --aeo "$(AEO)" $(if $(ONLY),--only "$(ONLY)")

gateway-check: build aeo $(NPM_STAMP) ## Ask aeo gateway before one node as a declaration system does (MEASURE=seconds to measure)
	@exec node clients/gateway/main.mjs --node "$(NODE)" --aeo "$(AEO)" $(if $(MEASURE),--measure "$(MEASURE)")

loading: build aeo $(NPM_STAMP) ## Load a list by aeo with officers who are killed on the way, on one node (MEASURE=rows to measure)
	@exec node clients/loading/main.mjs --node "$(NODE)" --aeo "$(AEO)" $(if $(MEASURE),--measure "$(MEASURE)")

examples: build $(NPM_STAMP) ## Run the examples for polkadot.js, PAPI, smoldot, subxt and curl, and compare what they are told
	@$(ENV) && export CARGO_TARGET_DIR="$(abspath $(TARGET))" && cargo build $(CLIENTS) --example subxt
	@exec node clients/examples/main.mjs --node "$(NODE)" --subxt "$(TARGET)/fast/examples/subxt"

mirror: build aeo $(NPM_STAMP) ## Let mirrors and watchers by aeo follow a random history on one node, killed on the way (MEASURE=suspensions to measure)
	@$(ENV) && export CARGO_TARGET_DIR="$(abspath $(TARGET))" && cargo build $(CLIENTS) --example sqlite
	@exec node clients/mirror/main.mjs --node "$(NODE)" --aeo "$(AEO)" --sqlite "$(TARGET)/fast/examples/sqlite" $(if $(MEASURE),--measure "$(MEASURE)")

credentials: build aeo $(NPM_STAMP) ## Issue credentials by aeo on one node, and have others check them
	@exec node clients/credentials/main.mjs --node "$(NODE)" --aeo "$(AEO)"

numbers: build $(NPM_STAMP) ## Check that library, node, runtime and texts say the same of a number
	@$(ENV) && cargo build $(FAST) --example tin_check
	@exec node clients/main.mjs numbers --node "$(NODE)" --tin-check "$(TARGET)/fast/examples/tin_check"

features: build $(NPM_STAMP) ## Play the scenarios of the specification, as clients/features tells them (LANGUAGE=en, NAME=pattern)
	@exec node clients/features/main.mjs --node "$(NODE)" $(if $(LANGUAGE),--lang "$(LANGUAGE)") $(if $(NAME),--name "$(NAME)")

# The features of try-runtime are those of `make fuzz`, so that both compile the runtime once.
TRIED := --profile fast --locked -p aeo-node -p aeo-runtime --features aeo-runtime/runtime-benchmarks,aeo-runtime/try-runtime
STATES := $(TARGET)/states

faults: build $(NPM_STAMP) ## Kill validators, cut them off, fill their disks, and see that every promise is kept (KILLS=10, SEED=1, ONLY=case,…, OLD=an earlier aeo-node)
	@rm -rf "$(STATES)"
	@$(if $(ONLY),,node clients/main.mjs faults --node "$(NODE)" &&) \
		node clients/reliability/main.mjs --node "$(NODE)" --states "$(STATES)" $(if $(ONLY),--only "$(ONLY)") \
		$(if $(KILLS),--kills "$(KILLS)") $(if $(SEED),--seed "$(SEED)") $(if $(OLD),--old "$(OLD)")
	@if [ -d "$(STATES)" ]; then $(ENV) && SKIP_WASM_BUILD=1 cargo build $(TRIED) --example try_state && \
		"$(TARGET)/fast/examples/try_state" "$(STATES)"/*.json; fi

founding: build $(NPM_STAMP) ## Rehearse how three founders begin a chain of their own, each with its own keys
	@exec node clients/founding/main.mjs --node "$(NODE)"

attacks: build $(NPM_STAMP) ## Flood a node and measure what honest officers still get in
	@exec node clients/attacks/main.mjs --node "$(NODE)" $(if $(ONLY),--only "$(ONLY)") $(if $(JSON),--json "$(JSON)")

hostile: build $(NPM_STAMP) ## Give one node thousands of bad inputs of each kind (COUNT=10000, SEED=1)
	@exec node clients/hostile/main.mjs --node "$(NODE)" $(if $(COUNT),--count "$(COUNT)") $(if $(SEED),--seed "$(SEED)")

fuzz: setup ## Sign anything at all, and ask after each block for every invariant (SECONDS=120, SEED=1, BYTES=0x… for one sequence)
	@$(ENV) && export SKIP_WASM_BUILD=1 $(if $(SECONDS),FUZZ_SECONDS=$(SECONDS),FUZZ_SECONDS=120) \
		$(if $(SEED),FUZZ_SEED=$(SEED)) $(if $(BYTES),FUZZ_BYTES=$(BYTES)) && \
		cargo test $(TRIED) --test it -- fuzz:: --nocapture

agreements: build $(NPM_STAMP) ## Make the real agreements on a development chain and check them
	@exec node clients/agreements/main.mjs --node "$(NODE)"

transcripts: build $(NPM_STAMP) ## Do what the documents tell a reader to type, and compare the answers (UPDATE=1 writes them)
	@exec node clients/transcripts/main.mjs --node "$(NODE)" $(if $(UPDATE),--update)

lint: setup $(NPM_STAMP) ## Check format, our rules, documents, the clients, clippy, and dependencies where cargo-deny is there
	@$(ENV) && cargo fmt --all --check && cargo fmt --manifest-path clients/Cargo.toml --all --check
	@scripts/check-chain-code
	@scripts/check-guides
	@scripts/check-specification
	@scripts/check-version
	@scripts/check-alerts
	@npm run check --prefix clients
	@$(ENV) && source scripts/lints && cargo build $(FAST) --all-targets
	@$(ENV) && if cargo deny --version >/dev/null 2>&1; then cargo deny check && cargo deny --manifest-path clients/Cargo.toml check; \
		else echo "Dependencies not checked: cargo install --locked cargo-deny"; fi

docs: setup ## Build the documentation of our crates, warnings denied
	@scripts/docs

check-genesis: build ## Compare the genesis of the chains with chain-specs/ (UPDATE=1 writes it there)
	@scripts/check-genesis "$(NODE)" $(if $(UPDATE),--update)

check-pilot: setup $(NPM_STAMP) ## Compare the lists of the pilot with what is made of their seed (UPDATE=1 writes them)
	@$(ENV) && cargo build $(FAST) --example tin_check
	@node chain-specs/pilot/generate.mjs "$(TARGET)/fast/examples/tin_check" $(if $(UPDATE),,--check)

check-reproducible: build ## Build the wasm again from scratch in another folder and compare
	@scripts/check-wasm-reproducible --from-scratch

release: setup ## Build the node for production and print the hashes of node and wasm
	@$(ENV) && cargo build --profile production --locked -p aeo-node --features metadata-hash
	@sha256sum "$(TARGET)/production/aeo-node"
	@b2sum -l 256 "$(TARGET)/production/wbuild/aeo-runtime/aeo_runtime.compact.compressed.wasm"

deb: release ## Make Debian packages of the production build, in TARGET/deb
	@$(ENV) && export CARGO_TARGET_DIR="$(abspath $(TARGET))" && \
		cargo build --manifest-path clients/Cargo.toml --release --locked -p aeo
	@scripts/package-deb "$(TARGET)/production/aeo-node" "$(TARGET)/release/aeo" "$(TARGET)/deb"

check-release: release $(NPM_STAMP) ## Check that a hardware wallet can sign for the production build
	@exec node clients/main.mjs metadata-hash --node "$(TARGET)/production/aeo-node"

# The node with `benchmark`, and what sends and asks: with one set of features, so that both are linked once. A
# runtime of FRAME's is left out, which measures blocks of parachains and can't be built outside FRAME's workspace.
MEASURED := --node "$(TARGET)/production/aeo-node" --load "$(TARGET)/production/aeo-load"

measured: setup ## Build for production what measures: the node with its benchmarks, and aeo-load
	@$(ENV) && export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1 && \
		cargo build --profile production --locked -p aeo-node -p aeo-load \
		--features aeo-node/bench-cli,aeo-node/metadata-hash

bench: measured $(NPM_STAMP) ## Measure the production build on one authority (half an hour)
	@exec node clients/bench/main.mjs $(MEASURED)

load: measured $(NPM_STAMP) ## Let one node of the production build live through a working day in a quarter of an hour (CERTIFICATES=100000, FASTER=100)
	@exec node clients/day/main.mjs $(MEASURED) $(if $(CERTIFICATES),--certificates "$(CERTIFICATES)") $(if $(FASTER),--faster "$(FASTER)")

peers: ## Measure the same registry as a contract on an EVM in memory, for comparison (from npm)
	@npm ci --prefix clients/bench/peers --no-audit --no-fund
	@exec node clients/bench/peers/main.mjs

costs: setup ## Compare what transactions cost beside a transfer with runtime/costs.json (UPDATE=1 writes it)
	@$(ENV) && cargo run $(FAST) --example costs -- $(if $(UPDATE),--update)

weights: measured $(NPM_STAMP) ## Measure what calls, blocks and the database cost (ONLY="fees agreements prices")
	@scripts/weights $(ONLY)

clean: ## Remove what was built and the data of the networks that were run
	@rm -rf "$(TARGET)" run bench clients/node_modules clients/portal/dist clients/portal/descriptors clients/portal/shots

ci: ## What .ci/run does: all checks, with the time of each
	@scripts/ci

$(NPM_STAMP): clients/package-lock.json | setup
	@npm ci --prefix clients --ignore-scripts --no-audit --no-fund
	@touch "$@"
