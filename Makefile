# make run    the bot in this terminal, with the sample cohort
# make test   build and test everything
# make torture  every disaster at every file operation, and 200 kills of the real program (long)
# make lint   the rules of the house
# make bench  the measurements in Benchmarks/
# make deps   install the C libraries that the build needs
.PHONY: run test torture lint bench fuzz deps
MAKEFLAGS += --no-print-directory

# A debug build: it answers minutes earlier than a release build and is the one that `make test` uses too.
run: deps
	@echo "Building; the first time this takes a few minutes ..." >&2
	@swift build --product cohortbot >&2
	@exec .build/debug/cohortbot console $(ARGS)

test: deps
	@.ci/test

torture: deps
	@.ci/torture

lint:
	@.ci/lint

bench: deps
	@Benchmarks/run.sh

fuzz: deps
	@.ci/fuzz

deps:
	@.ci/deps
