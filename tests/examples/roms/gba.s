@ SPDX-License-Identifier: MIT
@ The cartridge header that an emulator looks for, and the way to main().
	.arm
	.section .header, "ax"
	.global _start
_start:
	b begin
	.space 156, 0
	.ascii "FLIGHTMEMTST"
	.ascii "FLTM"
	.ascii "00"
	.byte 0x96
	.space 13, 0
begin:
	ldr sp, =0x03007F00
	ldr r0, =main
	mov lr, pc
	bx r0
stay:
	b stay
