# SPDX-License-Identifier: MIT
# WonderSwan: 256 tiles and a map of them in four shades; the last 16 bytes of the 64 KiB are the header.
	.intel_syntax noprefix
	.code16
	.globl _start
_start:
	cli
	xor ax, ax
	mov ds, ax
	out 0x00, al            # nothing is shown
	mov di, 0x2000          # tiles
	mov bl, 0
next_tile:
	mov dl, bl              # a row begins with line * (tile >> 2) + (tile >> 4)
	shr dl, 4
	mov ch, 8
next_line:
	mov al, dl
	mov cl, 8
next_pixel:
	mov dh, al
	shr dh, 1
	rcl ah, 1
	shr dh, 1
	rcl bh, 1
	add al, bl
	dec cl
	jnz next_pixel
	mov [di], ah
	mov [di + 1], bh
	add di, 2
	mov al, bl
	shr al, 2
	add dl, al
	dec ch
	jnz next_line
	inc bl
	jnz next_tile

	mov di, 0x1000          # map
	mov dl, 0               # row * 7
	mov ch, 32
next_row:
	mov al, dl
	mov cl, 32
next_column:
	mov [di], al
	mov byte ptr [di + 1], 0
	add di, 2
	add al, 3
	dec cl
	jnz next_column
	add dl, 7
	dec ch
	jnz next_row

	mov al, 0x50            # shades 0, 5, 10, 15, from light to dark
	out 0x1C, al
	mov al, 0xFA
	out 0x1D, al
	mov al, 0x10            # palette 0 has them in this order
	out 0x20, al
	mov al, 0x32
	out 0x21, al
	mov al, 0x02            # the map is at 0x1000
	out 0x07, al
	xor al, al
	out 0x10, al
	out 0x11, al
	mov al, 1
	out 0x14, al
	out 0x00, al            # the first layer is shown
stay:
	jmp stay

	.org 0xFFF0
	.byte 0xEA              # far jump to the beginning
	.word _start, 0xF000
	.byte 0, 0, 0, 1, 0, 1, 0, 0, 0
	.word 0                 # the sum, which ws.py fills in
