/* SPDX-License-Identifier: MIT */
/* What Go does in its own way: handles are plain words, output structs are read once and freed, and the hot path is not here at all: it
 * returns structs by value, in internal/core/hot.go. */

%insert(cgo_comment_typedefs) %{
#cgo CFLAGS: -std=gnu11 -fno-strict-aliasing
%}
%{
#include "header.h"
%}
%rename("%(camelcase)s", %$isfunction) "";
%rename("%(camelcase)s", %$isclass) "";
%rename("%(camelcase)s", %$isvariable) "";
%immutable;

/* Sizes are 64 bits on both sides; SWIG's own size_t is signed. */
%apply uint64_t { size_t };

%insert(go_header) %{
// Handle is a pointer of the library; it points to no Go memory.
type Handle = uintptr
%}
%define FM_GO_HANDLE(type)
%typemap(gotype) type *, const type * "Handle"
%typemap(imtype) type *, const type * "uintptr"
%typemap(in) type *, const type * %{ $1 = ($1_ltype)$input; %}
%typemap(out) type *, const type * %{ $result = ($1_ltype)$1; %}
%enddef
FM_GO_HANDLE(fm_profile)
FM_GO_HANDLE(fm_pool)
FM_GO_HANDLE(fm_space)
%typemap(gotype) fm_pool **out, fm_space **out "*Handle"
%typemap(imtype) fm_pool **out, fm_space **out "unsafe.Pointer"
%typemap(goin) fm_pool **out, fm_space **out %{ $result = unsafe.Pointer($input) %}
%typemap(in) fm_pool **out, fm_space **out %{ $1 = ($1_ltype)$input; %}
