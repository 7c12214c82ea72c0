# SPDX-License-Identifier: MIT
# flightmem check after the link, for GNU make:
#
#   include flightmem.mk
#   $(call flightmem_check,game.elf,gba,--budget iwram=30KiB --budget rom=90%)
#
# `all` and `memory` check the program whenever it was linked again; what check says is kept in game.elf.memory.json, a baseline for
# --baseline and `flightmem diff`. A program that does not fit fails the build with the reason.
# FLIGHTMEM_COMMAND is the command; FLIGHTMEM_CHECK_FLAGS go to every check. An override: make FLIGHTMEM_COMMAND=true.
FLIGHTMEM_COMMAND ?= flightmem

# A make without a goal makes what it made before; `all` where there is nothing yet.
define flightmem_check_rules
flightmem_goal := $$(.DEFAULT_GOAL)
$(1).memory.json: $(1)
	$$(FLIGHTMEM_COMMAND) check $$< --profile $(2) $(3) $$(FLIGHTMEM_CHECK_FLAGS) --save $$@.new
	@mv -f $$@.new $$@
all: $(1).memory.json
memory: $(1).memory.json
.PHONY: all memory
.DEFAULT_GOAL := $$(or $$(flightmem_goal),all)
endef

# $(call flightmem_check,PROGRAM,PROFILE,OPTIONS)
flightmem_check = $(eval $(call flightmem_check_rules,$(strip $(1)),$(strip $(2)),$(3)))
