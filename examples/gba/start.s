@ SPDX-License-Identifier: MIT
@ The first instructions of the cartridge: a stack, memory cleared, then main() in Thumb code. The logo that a real console's BIOS
@ looks for in the header is not here; a tool such as gbafix puts it in.
	.section .header, "ax"
	.arm
	.global start
start:
	b begin
	.space 0xC0 - 4
begin:
	ldr sp, =stack_top
	ldr r0, =cleared_first
	ldr r1, =cleared_end
	mov r2, #0
1:	cmp r0, r1
	strlo r2, [r0], #4
	blo 1b
	ldr r0, =main
	mov lr, pc
	bx r0
2:	b 2b
	.pool
