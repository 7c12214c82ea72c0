	; SPDX-License-Identifier: MIT
	; Where the Game Boy begins, and the way to main(). The rest of the header is makebin's.
	.module gb_start
	.globl _main
	.area _HEADER (ABS)
	.org 0x100
	nop
	jp begin
	.org 0x150
begin:
	di
	ld sp, #0xFFFE
	call _main
stay:
	halt
	nop
	jr stay
	.area _CODE
	.area _DATA
