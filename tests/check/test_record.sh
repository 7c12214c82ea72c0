#!/bin/bash
# SPDX-License-Identifier: MIT
# A real program under valgrind against its own map: millions of accesses, of which none is refused; then faults are planted in the trace, and
# each is found in its line. What a check of an access costs is counted.
. "$(dirname "$0")/lib.sh"
need gzip valgrind
record=$src/scripts/record-trace.sh

head -c 10000 "$src/COPYING" "$src"/docs/*.md | head -c 10000 > "$scratch/input"
"$record" -o "$scratch/trace" -- gzip -c "$scratch/input" > "$scratch/input.gz" || { bad "gzip can't be recorded"; exit 1; }
gzip -dc "$scratch/input.gz" | cmp - "$scratch/input" || bad "the program did something else than without the recorder"
"$command" check "$scratch/trace" --json > "$scratch/json" || { bad "a right program is refused"; "$command" check "$scratch/trace"; }
python3 - "$scratch/json" <<'CHECK' || bad "the trace is not what a program does"
import json, sys
trace = json.load(open(sys.argv[1]))
places = {p["id"]: p for p in trace["regions"]}
assert trace["accesses"] > 1000000 and trace["verdict"] == "clean" and trace["profile"] is None, trace["accesses"]
assert trace["writable_and_executable"] == 0
assert places["rw- [stack]"]["writes"] > 10000
code = [p for name, p in places.items() if name.startswith("r-x ") and name.endswith("gzip")]
assert len(code) == 1 and code[0]["fetches"] > 100000 and code[0]["writes"] == 0
CHECK

# As a stream, and with the program's output kept apart.
"$record" -o - -- gzip -c "$scratch/input" 2> "$scratch/other" | "$command" check - > "$scratch/said" || bad "a stream is refused"
cmp "$scratch/other" "$scratch/input.gz" || bad "the program's own output is not on standard error"
"$record" -o "$scratch/none" -- sh -c 'echo on standard error >&2; exit 7' 2> "$scratch/other"
[ $? = 7 ] || bad "the program's exit status is lost"
grep -qx 'on standard error' "$scratch/other" || bad "what the program says is lost"
"$record" 2> "$scratch/other"
[ $? = 64 ] && grep -q '^usage: record-trace.sh' "$scratch/other" || bad "no usage"

# Faults, each behind a line of its own: a store in code, a load through a null pointer, a fetch from the stack, a load of what was unmapped, a
# store in what was protected, a heap that ends.
code=$(sed -n 's/^map \([0-9a-f]*\),[0-9]* r-x .*gzip$/\1/p' "$scratch/trace" | head -n 1)
gone=$(sed -n 's/^unmap \([0-9a-f]*\),.*/\1/p' "$scratch/trace" | head -n 1)
fixed=$(sed -n 's/^protect \([0-9a-f]*\),[0-9]* r--$/\1/p' "$scratch/trace" | head -n 1)
stack=$(sed -n 's/^map \([0-9a-f]*\),[0-9]* rw- \[stack\]$/\1/p' "$scratch/trace")
heap=$(sed -n 's/^map \([0-9a-f]*\),\([0-9]*\) rw- \[heap\]$/\1 \2/p' "$scratch/trace" | tail -n 1)
heap_end=$(printf '%x' $((0x${heap% *} + ${heap#* })))
awk -v code="$code" -v gone="$gone" -v fixed="$fixed" -v stack="$stack" -v heap="$heap_end" '
	NR == 900000 { print " S " code ",8"; print " L 00000000,8"; print "I  " stack ",3"; print " L " gone ",1"; print " M " fixed ",4"; print " S " heap ",1" }
	{ print }' "$scratch/trace" > "$scratch/planted"
"$command" check "$scratch/planted" --json > "$scratch/json"
[ $? = 1 ] || bad "planted faults: not refused"
python3 - "$scratch/json" <<'CHECK' || { bad "planted faults: not each is found"; cat "$scratch/json"; }
import json, sys
found = {f["line"]: (f["rule"], f["access"], f["count"]) for f in json.load(open(sys.argv[1]))["findings"]}
assert found == {
    900000: ("permission", "store", 1), 900001: ("bounds", "load", 2), 900002: ("permission", "fetch", 1),
    900004: ("permission", "load and store", 1), 900005: ("bounds", "store", 1)}, found
CHECK
head -c 1000000 "$scratch/planted" > "$scratch/cut"
says 3 "cut:$(($(wc -l < "$scratch/cut") + 1)):[0-9]+: " check "$scratch/cut"

# Instructions an access, reading, judging and counting: five million a second need a machine that does 2.5 a nanosecond.
for lines in 100000 300000; do
	head -n $lines "$scratch/trace" > "$scratch/part"
	"$build/libtool" --mode=execute valgrind --tool=callgrind --callgrind-out-file="$scratch/out" "$command" check "$scratch/part" > /dev/null 2> "$scratch/log" || cat "$scratch/log"
	sed -n 's/^summary: \([0-9]*\).*/\1/p; s/^totals: \([0-9]*\).*/\1/p' "$scratch/out" | head -n 1
done > "$scratch/counts"
each=$(awk 'NR == 1 { few = $1 } NR == 2 { print int(($1 - few) / 200000) }' "$scratch/counts")
echo "$each instructions an access"
if grep -q '^CFLAGS = .*-O2' "$build/Makefile"; then
	[ "${each:-0}" -gt 50 ] && [ "$each" -le 450 ] || bad "$each instructions an access, 450 are allowed"
fi
exit $status
