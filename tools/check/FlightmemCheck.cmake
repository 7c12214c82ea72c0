# SPDX-License-Identifier: MIT
# flightmem check after the link, for CMake:
#
#   find_package(FlightmemCheck REQUIRED)      or include(FlightmemCheck)
#   flightmem_check(game PROFILE gba BUDGET iwram=30KiB rom=90%)
#
# A program that does not fit fails the build with the reason; what check says is kept beside it in game.memory.json.
#
#   PROFILE ID             the platform
#   BUDGET REGION=SIZE...  most bytes, or a percentage, of each region
#   STACK, HEAP            a size or a symbol
#   DMA SYMBOL...          what a DMA engine reads or writes
#   ALLOW RULE...          what rules object to and is taken all the same
#   BASELINE OLD.json      says what grew; with NO_GROWTH, growth fails the build
#   SVG FILE               draws the regions
find_program(FLIGHTMEM_COMMAND flightmem DOC "the command that checks programs")

function(flightmem_check target)
	cmake_parse_arguments(PARSE_ARGV 1 check "NO_GROWTH" "PROFILE;STACK;HEAP;BASELINE;SVG" "BUDGET;DMA;ALLOW")
	if(NOT TARGET ${target})
		message(FATAL_ERROR "flightmem_check: there is no target ${target}")
	endif()
	if(NOT check_PROFILE)
		message(FATAL_ERROR "flightmem_check(${target}): PROFILE says which platform; flightmem profile list has them")
	endif()
	if(check_UNPARSED_ARGUMENTS)
		message(FATAL_ERROR "flightmem_check(${target}): what is ${check_UNPARSED_ARGUMENTS}?")
	endif()
	if(NOT FLIGHTMEM_COMMAND)
		message(FATAL_ERROR "flightmem_check(${target}): flightmem is not installed; -DFLIGHTMEM_COMMAND=FILE says where it is")
	endif()
	set(words --profile ${check_PROFILE})
	foreach(name BUDGET STACK HEAP DMA ALLOW BASELINE SVG)
		string(TOLOWER ${name} option)
		foreach(value ${check_${name}})
			list(APPEND words --${option} ${value})
		endforeach()
	endforeach()
	if(check_NO_GROWTH)
		list(APPEND words --fail-on growth)
	endif()
	add_custom_command(TARGET ${target} POST_BUILD
		COMMAND ${FLIGHTMEM_COMMAND} check $<TARGET_FILE:${target}> ${words} --save $<TARGET_FILE:${target}>.memory.json
		COMMENT "Memory of ${target} on ${check_PROFILE}" VERBATIM)
endfunction()
