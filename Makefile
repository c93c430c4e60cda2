# Queue Lab. `make` or `make help` lists the targets; each needs only a JDK 17+, Maven 3.8+ and make, but for infra-* and
# localstack-*, which need Terraform and Docker: `make preflight` looks for them.

JAVA ?= $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
MVN ?= mvn
TERRAFORM ?= terraform
export TERRAFORM
# Without a git the programs are built all the same, and do not know of which commit they are.
MVN_FLAGS := -B -ntp -Dstyle.color=never $(if $(shell command -v git),,-Dmaven.gitcommitid.skip=true)
ARGS ?=

# A quick start for programs that run for seconds; an archive that does not fit is ignored. Options of the user's own
# may choose another collector, which does not go with this one. Java itself ignores TMPDIR.
COLLECTOR := $(if $(JAVA_TOOL_OPTIONS)$(JDK_JAVA_OPTIONS)$(_JAVA_OPTIONS),,-XX:+UseSerialGC)
QUICK := -XX:TieredStopAtLevel=1 $(COLLECTOR) -Xshare:auto -Xlog:disable $(if $(TMPDIR),-Djava.io.tmpdir="$(TMPDIR)")
RUNNER := JAVA="$(JAVA)" dist/queue-lab
MODULES := core consumer producer scenarios sandbox gateway lab report runner junit
SOURCES := pom.xml picocli/pom.xml terraform/scenarios.json .mvn/jvm.config $(MODULES:%=%/pom.xml) \
           scripts/queue-lab $(shell find $(MODULES:%=%/src/main) -type f)

.DEFAULT_GOAL := help
.PHONY: help dist archives test docs format scenarios scenarios-fast scenarios-slow controls conformance report list \
        bench bench-starts bench-throughput bench-peers bench-gateway sandbox-up sandbox-down sandbox-status preflight infra-up infra-down infra-validate \
        validate localstack-up localstack-down clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z%-]+:.*## / { gsub("%", "NAME", $$1); printf "  %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dist: dist/.built ## build the programs into dist/, if anything changed

# The jars are removed first, so that a sandbox that is kept up goes on with the file it has open.
dist/.built: $(SOURCES)
	@echo "Building Queue Lab (the first time Maven downloads what it needs, which takes minutes) ..."
	@rm -f dist/*.jar
	@$(MVN) $(MVN_FLAGS) -q package -Dmaven.test.skip=true
	@cp scripts/queue-lab dist/queue-lab
	@$(MAKE) --no-print-directory archives
	@touch $@

# An archive names its jar: whole, so that it is used from any folder.
archives: ## make start-up archives for this Java, with which programs start in half the time
	@rm -rf dist/cds && mkdir -p dist/cds
	@"$(JAVA)" $(QUICK) -XX:ArchiveClassesAtExit=dist/cds/runner.jsa -jar "$(CURDIR)/dist/runner.jar" warm-up \
	  || echo "(programs will start more slowly)"
	@"$(JAVA)" $(QUICK) -XX:ArchiveClassesAtExit=dist/cds/gateway.jsa -cp "$(CURDIR)/dist/gateway.jar" \
	  dev.queuelab.gateway.cli.WarmUpMain > /dev/null || echo "(the gateway will start more slowly)"

test: ## run all tests
	@rm -f dist/*.jar dist/.built
	$(MVN) $(MVN_FLAGS) -T 1C verify
	@cp scripts/queue-lab dist/queue-lab
	@$(MAKE) --no-print-directory archives
	@touch dist/.built

bench: bench-starts bench-throughput bench-peers bench-gateway ## measure all, and write it to docs/benchmarks.md

bench-starts: dist ## measure how quickly programs start; PEER="COMMAND" names another producer to compare with
	@$(MVN) $(MVN_FLAGS) -q -pl consumer -am test-compile
	@"$(JAVA)" -cp dist/consumer.jar:consumer/target/test-classes dev.queuelab.consumer.bench.StartsBenchMain \
	  dist docs/benchmarks/starts.json docs/benchmarks.md $(PEER)

bench-throughput: dist ## measure consumer and producer beside a raw client of the AWS SDK
	@$(MVN) $(MVN_FLAGS) -q -pl consumer -am test-compile
	@"$(JAVA)" -cp dist/consumer.jar:consumer/target/test-classes dev.queuelab.consumer.bench.ThroughputBenchMain \
	  dist docs/benchmarks/throughput.json docs/benchmarks.md

bench-peers: dist ## measure the consumer beside consumers made with well-known libraries
	@$(MVN) $(MVN_FLAGS) -q -pl consumer -am test-compile
	@"$(JAVA)" -cp dist/consumer.jar:consumer/target/test-classes dev.queuelab.consumer.bench.PeersBenchMain \
	  dist conformance docs/benchmarks/peers.json docs/benchmarks.md

bench-gateway: dist ## measure what the gateway adds to a call
	@$(MVN) $(MVN_FLAGS) -q -pl gateway -am test-compile
	@"$(JAVA)" -cp dist/gateway.jar:gateway/target/test-classes dev.queuelab.gateway.bench.GatewayBenchMain \
	  dist docs/benchmarks/gateway.json docs/benchmarks.md

docs: ## write the tables of the documentation from the code
	@$(MVN) $(MVN_FLAGS) -q -pl runner -am test -Dtest=DocumentationTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -DargLine=-Dqueuelab.docs=write

format: ## format the Java code
	@$(MVN) $(MVN_FLAGS) -q spotless:apply

scenario-%: dist ## run one scenario, with options: make scenario-happy ARGS="--count 100"
	@$(RUNNER) $* $(ARGS)

scenarios: dist ## run all scenarios, the short ones first
	@$(RUNNER) run --all $(ARGS)

scenarios-fast: dist ## run the scenarios that end in seconds
	@$(RUNNER) run --short $(ARGS)

scenarios-slow: dist ## run the scenarios that take minutes
	@$(RUNNER) run --long $(ARGS)

controls: dist ## prove that the scenarios can fail: run each with its protections taken out
	@$(RUNNER) controls $(ARGS)

conformance: dist ## play the adapters of real libraries, and write docs/conformance.md; FORCE=1 starts over, ONLY=NAME plays some
	@FORCE="$(FORCE)" ONLY="$(ONLY)" scripts/conformance.sh $(ARGS)

report: dist ## show the latest suite of runs on one page, with a link to the report of each
	@$(RUNNER) report --suite --open $(ARGS)

list: dist ## list the scenarios with their claims
	@$(RUNNER) --list

sandbox-up: dist ## keep an embedded SQS and DynamoDB up, and write .env for programs started by hand
	@$(RUNNER) sandbox up $(ARGS)

sandbox-down: dist ## end it, and remove the .env that it wrote
	@$(RUNNER) sandbox down

sandbox-status: dist ## report whether it is up
	@$(RUNNER) sandbox status

preflight: ## look for what is needed on this machine; with ARGS=--aws, also for what AWS needs
	@scripts/preflight.sh $(ARGS)

infra-up: dist ## make the stacks on AWS with Terraform, and write .env; no questions asked
	@scripts/infra.sh up $(ARGS)

infra-down: dist ## destroy them, and remove .env; no questions asked
	@scripts/infra.sh down $(ARGS)

infra-validate: ## check the Terraform configuration: its form, its types and its tests; nothing is made
	@scripts/infra.sh validate

validate: dist ## check that the stacks are complete and as declared: all, or make validate ARGS="happy dup"
	@$(RUNNER) validate $(ARGS)

localstack-up: ## run LocalStack in Docker, and print how Terraform makes the stacks there
	@scripts/localstack.sh up

localstack-down: ## end it
	@scripts/localstack.sh down

clean: ## remove what was built; runs/ stays
	@$(MVN) $(MVN_FLAGS) -q clean
	@rm -rf dist
