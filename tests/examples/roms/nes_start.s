; SPDX-License-Identifier: MIT
; The iNES header of a cartridge with 16 KiB of ROM and RAM for tiles, and the way to main().
	.export __STARTUP__ : absolute = 1
	.import _main, copydata, zerobss, __STACK_TOP__
	.importzp sp

	.segment "HEADER"
	.byte "NES", $1A
	.byte 1, 0, 0, 0
	.res 8, 0

	.segment "STARTUP"
begin:
	sei
	cld
	ldx #$FF
	txs
	inx
	stx $2000
	stx $2001
@warm:	bit $2002
	bpl @warm
@ready:	bit $2002
	bpl @ready
	lda #<__STACK_TOP__
	sta sp
	lda #>__STACK_TOP__
	sta sp+1
	jsr zerobss
	jsr copydata
	jsr _main
stay:
	jmp stay
interrupt:
	rti

	.segment "VECTORS"
	.word interrupt, begin, interrupt
