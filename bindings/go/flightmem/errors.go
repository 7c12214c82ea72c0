// SPDX-License-Identifier: MIT

package flightmem

import (
	"errors"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"
)

// Status is what a call of the library says. Its numbers are the same in every language and for ever. The Err constants are the
// statuses to compare with: errors.Is(err, flightmem.ErrExhausted).
type Status int32

// Name is the name of the status in C, "FM_E_BUSY".
func (s Status) Name() string { return core.FmStatusName(int(s)) }

// Kind is the kind of the status: invalid, refused, misuse, missing, incompatible, system, damaged or denied.
func (s Status) Kind() string { return core.FmStatusKindName(core.FmStatusGetKind(int(s))) }

// Remedy is what would help.
func (s Status) Remedy() string { return core.FmStatusRemedy(int(s)) }

// Error is the library's text and remedy.
func (s Status) Error() string {
	return "flightmem: " + core.FmStatusText(int(s)) + "; " + s.Remedy()
}

// ErrClosed is what a closed pool or space and a released buffer say, beside ErrStale.
var ErrClosed = errors.New("flightmem: used after it was closed or released")

// Refusal is why a request was refused. Sizes in bytes.
type Refusal struct {
	Status    Status // what the call returned
	Asked     uint64 // bytes asked for
	Align     uint64 // alignment asked for
	Capacity  uint64 // bytes that the refuser has in all
	Available uint64 // bytes free in it
	Largest   uint64 // the largest request that would be granted now
	Help      Help   // what would help
	HelpBytes uint64 // the bytes that Help speaks of
	Subject   string // who said no
	Sentence  string // all of it in one English sentence
}

// Error is a failure: its status, the refusal where a request was refused, and the position where a text could not be read.
type Error struct {
	Status   Status
	Refusal  *Refusal // nil unless a request was refused
	Position int      // index of the byte at fault in a text; -1 where there is none
	closed   bool
	message  string
}

// Error is the sentence of the refusal, or the text and remedy of the status.
func (e *Error) Error() string {
	if e.message != "" {
		return "flightmem: " + e.message
	}
	if e.Refusal != nil && e.Refusal.Sentence != "" {
		return "flightmem: " + e.Refusal.Sentence
	}
	return e.Status.Error()
}

// Unwrap makes errors.Is(err, ErrBusy) and errors.Is(err, ErrClosed) work.
func (e *Error) Unwrap() []error {
	if e.closed {
		return []error{e.Status, ErrClosed}
	}
	return []error{e.Status}
}

// failure is nil iff status is 0.
func failure(status Status, message string) error {
	if status == 0 {
		return nil
	}
	return &Error{Status: status, Position: -1, message: message}
}

func closedError(what string) error {
	return &Error{Status: ErrStale, Position: -1, closed: true, message: what}
}

// refusal reads the record that a call wrote, or none if it wrote none. It frees why.
func refused(status Status, why core.FmRefusal) error {
	defer core.DeleteFmRefusal(why)
	if status == 0 {
		return nil
	}
	failed := &Error{Status: status, Position: -1}
	if Status(why.GetStatus()) == status {
		failed.Refusal = &Refusal{
			Status: status, Asked: why.GetAsked(), Align: why.GetAlign(), Capacity: why.GetCapacity(), Available: why.GetAvailable(),
			Largest: why.GetLargest(), Help: Help(why.GetHelp()), HelpBytes: why.GetHelpBytes(), Subject: why.GetSubject(),
			Sentence: core.FmRefusalWrite(why),
		}
	}
	return failed
}

// unreadable is the error of a text, with the position.
func unreadable(reading core.FmReading, text, what string) error {
	defer core.DeleteFmReading(reading)
	status := Status(reading.GetStatus())
	if status == 0 {
		return nil
	}
	failed := &Error{Status: status, Position: -1, message: quoted(text) + " is no " + what + ": " + core.FmStatusText(int(status))}
	if status == ErrSyntax || status == ErrRange {
		failed.Position = int(reading.GetPosition())
	}
	return failed
}
