# The few commands of everyday work. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run reset test lighthouse faults fuzz bench cluster release contract lint dependencies schema check coverage format

SERVICE := dotnet run --project src/LegalStatusApi --configuration Release --
ARGS ?=
REQUESTS ?= 100000

help: ## List these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

run: ## Fetch what is missing, build, and serve on http://127.0.0.1:5080 (ARGS="--urls http://127.0.0.1:5081")
	@.ci/need dotnet postgres
	@$(SERVICE) $(ARGS)

reset: ## Delete the private database, to start afresh
	@.ci/need dotnet postgres
	@$(SERVICE) reset $(ARGS)

test: ## Run all tests against real servers
	@.ci/need dotnet postgres redis node python chromium fonts
	@.ci/test

lighthouse: ## Have Lighthouse judge every type of page; each must be 100 in accessibility and best practices
	@.ci/need dotnet postgres node chromium
	@dotnet build src/LegalStatusApi --configuration Release --nologo --verbosity quiet
	@npm run --silent lighthouse

faults: ## Kill, freeze, fill and cut off, and write docs/faults.md (ARGS=short for the form that tests run)
	@.ci/need dotnet postgres node python chromium
	@.ci/faults $(ARGS)

fuzz: ## Ask the service 100,000 things its contract allows and forbids (REQUESTS=1000, ARGS="--seed 7")
	@.ci/need dotnet postgres node
	@npm ci --no-fund --no-audit --silent
	@dotnet build src/LegalStatusApi --configuration Release --nologo --verbosity quiet
	@CONFIGURATION=Release node tests/fuzz/fuzz.mjs --requests $(REQUESTS) $(ARGS)

release: contract ## Keep the contract of this version, which no later one may break
	@.ci/release

contract: ## Write openapi/ from the running code
	@.ci/need dotnet
	@$(SERVICE) contract openapi

bench: ## Measure the service beside its peers, and write docs/benchmarks.md (ARGS="--rounds 3")
	@.ci/need dotnet postgres node load
	@dotnet build tests/LegalStatusApi.Benchmarks --configuration Release --nologo --verbosity quiet
	@outcome=0; bench="dotnet tests/LegalStatusApi.Benchmarks/bin/Release/net10.0/LegalStatusApi.Benchmarks.dll"; \
	  for part in load growth export domain; do $$bench $$part --report docs/benchmarks.md $(ARGS) || outcome=1; done; exit $$outcome

cluster: ## Start three instances, a primary and a standby, Redis and nginx on this machine (ARGS=test: let each part fail, twice)
	@.ci/need dotnet postgres redis load
	@dotnet build tests/LegalStatusApi.Benchmarks --configuration Release --nologo --verbosity quiet
	@dotnet tests/LegalStatusApi.Benchmarks/bin/Release/net10.0/LegalStatusApi.Benchmarks.dll cluster $(ARGS)

lint: ## Lint the contract (Spectral, Redocly)
	@.ci/need node
	@npm ci --no-fund --no-audit --silent && npm run --silent lint:contract

dependencies: ## Compare the licences of all packages with a list, and look up known weaknesses where the registries tell
	@.ci/need dotnet node
	@dotnet restore --nologo --verbosity quiet && node .ci/dependencies.mjs

check: ## Find every mistake in sql/seed, without a database
	@$(SERVICE) check sql/seed

coverage: ## Print what is on record of each place and substance, and how well it is verified
	@$(SERVICE) coverage sql/seed

format: ## Rewrite sql/seed in its canonical form
	@$(SERVICE) format sql/seed

schema: ## Write sql/schema.sql from the migrations, to be read
	@.ci/need dotnet postgres
	@.ci/schema
