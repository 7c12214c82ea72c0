; SPDX-License-Identifier: MIT
; SNES: mode 0, 256 tiles and a map of them, made while the screen is off; the header of a LoROM cartridge of 32 KiB.
	.p816
	.smart
INIDISP = $2100
BGMODE = $2105
BG1SC = $2107
BG12NBA = $210B
BG1HOFS = $210D
BG1VOFS = $210E
VMAIN = $2115
VMADD = $2116
VMDATAL = $2118
VMDATAH = $2119
CGADD = $2121
CGDATA = $2122
TM = $212C
NMITIMEN = $4200

	.zeropage
tile:	.res 1
line:	.res 1
colour:	.res 1
low:	.res 1
high:	.res 1
start:	.res 1

	.code
begin:
	sei
	clc
	xce
	rep #$38
	ldx #$1FFF
	txs
	lda #$0000
	tcd
	sep #$30
	lda #$8F
	sta INIDISP
	stz NMITIMEN
	ldx #$01        ; every other register of the picture is 0, written twice for those that take two
clear:	stz INIDISP,x
	stz INIDISP,x
	inx
	cpx #$34
	bne clear
	lda #$40        ; the map at word $4000
	sta BG1SC
	lda #$FF        ; the first line shown is the one after the offset
	sta BG1VOFS
	lda #$03
	sta BG1VOFS
	lda #$80        ; the address moves on after the high byte
	sta VMAIN
	stz VMADD       ; clearing wrote data too, which moved it
	stz VMADD+1

	stz tile
next_tile:
	lda tile        ; a row begins with line * (tile >> 2) + (tile >> 4)
	lsr
	lsr
	lsr
	lsr
	sta start
	stz line
next_line:
	lda start
	sta colour
	ldx #8
next_pixel:
	lda colour
	lsr
	rol low
	lsr
	rol high
	clc
	lda colour
	adc tile
	sta colour
	dex
	bne next_pixel
	lda low
	sta VMDATAL
	lda high
	sta VMDATAH
	lda tile
	lsr
	lsr
	clc
	adc start
	sta start
	inc line
	lda line
	cmp #8
	bne next_line
	inc tile
	bne next_tile

	stz VMADD
	lda #$40
	sta VMADD+1
	stz line        ; row * 7
	ldy #32
next_row:
	lda line
	ldx #32
next_column:
	sta VMDATAL
	stz VMDATAH
	clc
	adc #3
	dex
	bne next_column
	clc
	lda line
	adc #7
	sta line
	dey
	bne next_row

	stz CGADD
	ldx #0
next_colour:
	lda colours,x
	sta CGDATA
	inx
	cpx #8
	bne next_colour
	lda #$01
	sta TM
	lda #$0F
	sta INIDISP
stay:
	bra stay
interrupt:
	rti
colours:
	.word $0000, $001F, $03E0, $7FFF ; black, red, green, white

	.segment "HEADER"
	.byte "FLIGHTMEM TEST       "
	.byte $20, $00, $05, $00, $01, $00, $00
	.word $FFFF, $0000

	.segment "VECTORS"
	.word 0, 0, interrupt, interrupt, interrupt, interrupt, 0, interrupt
	.word 0, 0, interrupt, 0, interrupt, interrupt, begin, interrupt
