#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a Criterion program with TAP on its standard output, as the test driver wants it.
exec "$@" --tap=-
