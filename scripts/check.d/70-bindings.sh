#!/bin/bash
# SPDX-License-Identifier: MIT
# Every language: installed as a user does, tested, and held to the scenarios that all of them execute.
exec "$(dirname "$0")/../test-bindings.sh"
