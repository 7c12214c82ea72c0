@ SPDX-License-Identifier: MIT
@ Nintendo DS: the other processor has nothing to do.
	.arm
	.global _start
_start:
	b _start
