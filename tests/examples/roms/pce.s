; SPDX-License-Identifier: MIT
; PC Engine: 256 tiles and a map of them, then the background on. One 8 KiB bank, which the console maps at $E000.
	.setcpu "huc6280"
VDC_LOW = $0002
VDC_HIGH = $0003
IRQ_DISABLE = $1402
COLOUR_AT = $0402
COLOUR = $0404

	.zeropage
tile:	.res 1
line:	.res 1
colour:	.res 1
low:	.res 1
high:	.res 1
start:	.res 1

	.macro vdc register, value
	st0 #register
	st1 #<(value)
	st2 #>(value)
	.endmacro

	.code
begin:
	sei
	csh
	cld
	lda #$FF        ; registers at $0000
	tam #%00000001
	lda #$F8        ; RAM at $2000, where zero page and stack are
	tam #%00000010
	ldx #$FF
	txs
	lda #$07
	sta IRQ_DISABLE
	vdc $05, $0000
	vdc $07, $0000
	vdc $08, $0000
	vdc $09, $0000  ; a map of 32 x 32
	vdc $0A, $0202
	vdc $0B, $031F
	vdc $0C, $0F02
	vdc $0D, $00EF
	vdc $0E, $0003

	vdc $00, $1000  ; tile 256 is the first
	st0 #$02
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
	sta a:VDC_LOW
	lda high
	sta a:VDC_HIGH
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
	ldx #8
upper_planes:
	st1 #0
	st2 #0
	dex
	bne upper_planes
	inc tile
	bne next_tile

	vdc $00, $0000
	st0 #$02
	stz line        ; row * 7
	ldy #32
next_row:
	lda line
	ldx #32
next_column:
	sta a:VDC_LOW
	st2 #1          ; tile 256 and on, palette 0
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

	stz COLOUR_AT
	stz COLOUR_AT+1
	ldx #0
next_colour:
	lda colours,x
	sta COLOUR
	lda colours+1,x
	sta COLOUR+1
	inx
	inx
	cpx #8
	bne next_colour
	vdc $05, $0080
stay:
	bra stay
interrupt:
	rti
colours:
	.word $0000, $0038, $01C0, $01FF ; black, red, green, white

	.segment "VECTORS"
	.word interrupt, interrupt, interrupt, interrupt, begin
