@ SPDX-License-Identifier: MIT
@ Nintendo DS: the main processor shows video memory bank A as it is, and fills it with a colour for each pixel, as gba.c does.
	.arm
	.global _start
_start:
	ldr r0, =0x04000304         @ both screens and the 2D engines are on, the main one above
	ldr r1, =0x8203
	strh r1, [r0]
	ldr r0, =0x04000240         @ bank A is the processor's
	mov r1, #0x80
	strb r1, [r0]
	ldr r0, =0x04000000         @ the display shows bank A
	mov r1, #0x00020000
	str r1, [r0]
	ldr r0, =0x06800000
	mov r1, #0                  @ y
row:
	mov r2, #0                  @ x
pixel:
	and r3, r2, #31
	and r4, r1, #31
	orr r3, r3, r4, lsl #5
	eor r4, r1, r2
	mov r4, r4, lsr #3
	and r4, r4, #31
	orr r3, r3, r4, lsl #10
	strh r3, [r0], #2
	add r2, r2, #1
	cmp r2, #256
	bne pixel
	add r1, r1, #1
	cmp r1, #192
	bne row
stay:
	b stay
