/* SPDX-License-Identifier: MIT */
/* What Python does in its own way: statuses are exceptions, pools and spaces are types, buffers and planes show their memory through the
 * buffer protocol. The types are -builtin, so one crossing is one C call. */

%begin %{
#define PY_SSIZE_T_CLEAN
%}
%{
#include <flightmem.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
%}
%rename("%(strip:[fm_])s") "";
%rename("$ignore", regexmatch$name="^fm_(pool|space)_", %$isfunction) "";
%rename(Pool) fm_py_pool;
%rename(Space) fm_py_space;
%rename(Buffer) fm_py_buffer;
%rename(Plane) fm_py_plane;
%rename(Window) fm_py_window;

/* ---- errors: a status becomes the exception that flightmem._errors makes of it ---- */
%{
static PyObject *fm_py_raiser, *fm_py_formats;

static void fm_py_set(PyObject *error)
{
	if (error) {
		PyErr_SetObject((PyObject *)Py_TYPE(error), error);
		Py_DECREF(error);
	}
}

/* Raises what `status` means; `why` may be NULL, and counts iff it was written. `what` is a word for a state that is no status, or NULL. */
static void fm_py_raise_as(const char *what, fm_status status, const fm_refusal *why)
{
	PyObject *refusal = Py_None;
	if (!fm_py_raiser) {
		PyErr_SetString(PyExc_RuntimeError, fm_status_text(status));
		return;
	}
	Py_INCREF(Py_None);
	if (why && why->status == status && status) {
		char text[512];
		size_t length = fm_refusal_format(why, text, sizeof text);
		PyObject *sentence = PyUnicode_DecodeUTF8(text, (Py_ssize_t)(length < sizeof text ? length : sizeof text - 1), "replace");
		PyObject *subject = PyUnicode_DecodeUTF8(why->subject, (Py_ssize_t)strlen(why->subject), "replace");
		Py_DECREF(Py_None);
		refusal = Py_BuildValue("(iKKKKKIKNN)", (int)why->status, (unsigned long long)why->asked, (unsigned long long)why->align,
			(unsigned long long)why->capacity, (unsigned long long)why->available, (unsigned long long)why->largest, (unsigned)why->help,
			(unsigned long long)why->help_bytes, subject, sentence);
		if (!refusal)
			return;
	}
	fm_py_set(PyObject_CallFunction(fm_py_raiser, "siN", what ? what : "", (int)status, refusal));
}

static void fm_py_raise(fm_status status, const fm_refusal *why)
{
	fm_py_raise_as(NULL, status, why);
}

/* A size as people give it: an integer, or text such as "64 KiB". 0 or -1 with an exception. */
static int fm_py_size(PyObject *object, size_t *size)
{
	unsigned long long value;
	if (PyUnicode_Check(object)) {
		Py_ssize_t length;
		uint64_t bytes = 0;
		fm_status status;
		const char *text = PyUnicode_AsUTF8AndSize(object, &length);
		if (!text)
			return -1;
		status = fm_size_parse(text, (size_t)length, &bytes, NULL);
		if (status || bytes > SIZE_MAX) {
			fm_py_raise(status ? status : FM_E_RANGE, NULL);
			return -1;
		}
		*size = (size_t)bytes;
		return 0;
	}
	if (!PyLong_Check(object)) {
		PyObject *index = PyNumber_Index(object);
		int result = index ? fm_py_size(index, size) : -1;
		Py_XDECREF(index);
		return result;
	}
	value = PyLong_AsUnsignedLongLong(object);
	if (value == (unsigned long long)-1 && PyErr_Occurred()) {
		int above = 0;
		PyErr_Clear();
		PyLong_AsLongLongAndOverflow(object, &above);
		fm_py_raise(above > 0 ? FM_E_RANGE : FM_E_ARGUMENT, NULL);
		return -1;
	}
	*size = (size_t)value;
	return 0;
}
%}
%typemap(in, noblock=1) size_t { if (fm_py_size($input, &$1)) SWIG_fail; }
%typemap(typecheck, precedence=SWIG_TYPECHECK_UINT64) size_t { $1 = PyLong_Check($input) || PyUnicode_Check($input); }
%apply size_t { uint64_t };
%typemap(in, noblock=1) uint32_t (size_t wide) {
	if (fm_py_size($input, &wide)) SWIG_fail;
	if (wide > UINT32_MAX) { fm_py_raise(FM_E_RANGE, NULL); SWIG_fail; }
	$1 = (uint32_t)wide;
}
%apply uint32_t { fm_region_kind, fm_tier, fm_status_kind };
%typemap(out, noblock=1) fm_status {
	if ($1) { fm_py_raise($1, NULL); SWIG_fail; }
	$result = SWIG_Py_Void();
}
/* In a reading and in status calls the status is a number. */
%typemap(out, noblock=1) fm_status status { $result = PyLong_FromLong($1); }
/* -1 is an exception that was set. */
%typemap(out, noblock=1) int DONE { if ($1) SWIG_fail; $result = SWIG_Py_Void(); }
/* NULL is an exception that was set. */
%typemap(out, noblock=1) PyObject * { $result = $1; if (!$result) SWIG_fail; }
%typemap(in, numinputs=0, noblock=1) PyObject *SELF { $1 = self; }
%typemap(in, noblock=1) PyObject * { $1 = $input; }
/* An object whose making failed, or was skipped by a subclass, holds nothing. */
%typemap(check, noblock=1) SWIGTYPE *self { if (!$1) { fm_py_raise(FM_E_ARGUMENT, NULL); SWIG_fail; } }
%exception fm_py_pool { $action if (!result) SWIG_fail; }
%exception fm_py_space { $action if (!result) SWIG_fail; }
%exception acquire_aligned { $action if (!result) SWIG_fail; }
%exception acquire { $action if (!result) SWIG_fail; }
%exception take_plane { $action if (!result) SWIG_fail; }
%exception window { $action if (!result) SWIG_fail; }

/* ---- the types ---- */
%immutable;
%{
typedef struct fm_py_space {
	fm_space *handle; /* NULL: closed */
} fm_py_space;

typedef struct fm_py_pool {
	fm_pool *handle; /* NULL: closed */
} fm_py_pool;

/* A buffer that is out keeps its pool alive (fm_pool_unref()), so no reference is held beside it. A view holds the Python object. */
typedef struct fm_py_buffer {
	fm_pool *pool; /* NULL: released */
	Py_ssize_t exports;
	fm_buffer buffer;
} fm_py_buffer;

typedef struct fm_py_plane {
	fm_py_buffer base;
	fm_plane plane;
	Py_ssize_t shape[3];
	Py_ssize_t strides[3];
} fm_py_plane;

/* Guest memory that is looked at; it holds its space. */
typedef struct fm_py_window {
	fm_space *space;
	void *data;
	size_t len;
} fm_py_window;

static int fm_py_open(const void *handle, const char *what)
{
	if (!handle)
		fm_py_raise_as(what, FM_E_STALE, NULL);
	return handle != NULL;
}

static int fm_py_release(fm_py_buffer *self)
{
	fm_status status;
	if (!self->pool) {
		fm_py_raise(FM_E_STALE, NULL);
		return -1;
	}
	if (self->exports) {
		fm_py_raise_as("views", FM_E_BUSY, NULL);
		return -1;
	}
	status = fm_pool_release(self->pool, self->buffer.token);
	if (status) {
		fm_py_raise(status, NULL);
		return -1;
	}
	self->pool = NULL;
	return 0;
}

/* At the end of a `with`: what was released inside is fine. */
static PyObject *fm_py_leave(fm_py_buffer *self)
{
	if (self->pool && fm_py_release(self))
		return NULL;
	Py_RETURN_NONE;
}

static void fm_py_drop(fm_py_buffer *self)
{
	if (self->pool)
		fm_pool_release(self->pool, self->buffer.token);
	free(self);
}

static PyObject *fm_py_buffer_repr(const fm_py_buffer *self)
{
	char size[40];
	fm_size_format(self->buffer.len, FM_SIZE_HUMAN, size, sizeof size);
	return PyUnicode_FromFormat("<flightmem.Buffer of %s%s>", size, self->pool ? "" : ", released");
}

static PyObject *fm_py_plane_repr(const fm_py_plane *self)
{
	char size[40];
	PyObject *text = NULL, *format = PyObject_CallFunction(fm_py_formats, "I", (unsigned)self->plane.format);
	PyObject *name = format ? PyObject_GetAttrString(format, "name") : NULL;
	fm_size_format(self->base.buffer.len, FM_SIZE_HUMAN, size, sizeof size);
	if (name)
		text = PyUnicode_FromFormat("<flightmem.Plane %ux%u %U, %s%s>", (unsigned)self->plane.width, (unsigned)self->plane.height, name, size,
			self->base.pool ? "" : ", released");
	Py_XDECREF(name);
	Py_XDECREF(format);
	return text;
}

static PyObject *fm_py_memory(void *object)
{
	if (!object)
		PyErr_NoMemory();
	return NULL;
}

static fm_py_buffer *fm_py_acquire(fm_py_pool *self, size_t size, size_t align)
{
	fm_refusal why;
	fm_status status;
	fm_py_buffer *made;
	if (!fm_py_open(self->handle, "pool"))
		return NULL;
	made = (fm_py_buffer *)malloc(sizeof *made);
	if (!made) {
		fm_py_memory(made);
		return NULL;
	}
	why.struct_size = sizeof why;
	why.status = FM_OK;
	status = fm_pool_acquire(self->handle, size, align, &made->buffer, &why);
	if (status) {
		free(made);
		fm_py_raise(status, &why);
		return NULL;
	}
	made->pool = self->handle;
	made->exports = 0;
	return made;
}
%}

%{
static fm_status fm_pool_make(const char *strategy, const char *name, size_t capacity, size_t block_size, size_t alignment, uint32_t max_buffers,
	fm_space *space, const char *region, const char *wants, fm_pool **out, fm_refusal *why);

/* What a view of a plane counts: bytes of an item, and its letter in the language of buffers. */
static Py_ssize_t fm_py_item_of(const fm_plane *plane, const char **letter)
{
	const char *is = "B";
	if (plane->format == FM_PIXEL_F32 || plane->format == FM_PIXEL_RGBA_F32)
		is = "f";
	else if (plane->format == FM_PIXEL_XRGB8888)
		is = "I";
	else if (plane->pixel_bits == 16 && plane->format != FM_PIXEL_UV88)
		is = "H";
	if (letter)
		*letter = is;
	return *is == 'B' ? 1 : *is == 'H' ? 2 : 4;
}

static fm_py_plane *fm_py_take_plane(fm_py_pool *self, uint32_t width, uint32_t height, uint32_t format, uint32_t row_align)
{
	fm_plane_options options;
	fm_refusal why;
	fm_status status;
	fm_py_plane *made;
	if (!fm_py_open(self->handle, "pool"))
		return NULL;
	made = (fm_py_plane *)malloc(sizeof *made);
	if (!made) {
		fm_py_memory(made);
		return NULL;
	}
	fm_struct_init(&why, sizeof why);
	fm_struct_init(&options, sizeof options);
	options.width = width;
	options.height = height;
	options.format = format;
	options.row_align = row_align;
	status = fm_plane_acquire(self->handle, &options, &made->plane, &why);
	if (status) {
		free(made);
		fm_py_raise(status, &why);
		return NULL;
	}
	made->base.pool = self->handle;
	made->base.exports = 0;
	made->base.buffer = made->plane.buffer;
	made->shape[0] = (Py_ssize_t)made->plane.height;
	made->shape[1] = (Py_ssize_t)made->plane.width;
	if (made->plane.pixel_bits < 8) /* a view has no part of a byte: its columns are bytes, of some pixels each */
		made->shape[1] = (Py_ssize_t)(((uint64_t)made->plane.width * made->plane.pixel_bits + 7) / 8);
	made->strides[2] = fm_py_item_of(&made->plane, NULL);
	made->shape[2] = made->plane.pixel_bits < 8 ? 1 : (Py_ssize_t)made->plane.pixel_bits / 8 / made->strides[2];
	made->strides[1] = made->shape[2] * made->strides[2];
	made->strides[0] = (Py_ssize_t)made->plane.stride;
	return made;
}
%}

%define FM_PY_VIEWS(type, get, release)
%feature("python:bf_getbuffer", functype="getbufferproc") type #get;
%feature("python:bf_releasebuffer", functype="releasebufferproc") type #release;
%enddef
FM_PY_VIEWS(fm_py_buffer, fm_py_buffer_get, fm_py_buffer_done)
FM_PY_VIEWS(fm_py_plane, fm_py_plane_get, fm_py_buffer_done)
%feature("python:bf_getbuffer", functype="getbufferproc") fm_py_window "fm_py_window_get";
%feature("python:slot", "sq_length", functype="lenfunc") fm_py_buffer::__len__;
%feature("python:slot", "tp_repr", functype="reprfunc") fm_py_buffer::__repr__;
%feature("python:slot", "tp_repr", functype="reprfunc") fm_py_plane::__repr__;

/* An object that skipped __init__ is empty, but of its type; what only a pool or space makes can't be made by its type. */
%feature("python:tp_new") fm_py_pool "fm_py_pool_new";
%feature("python:tp_new") fm_py_space "fm_py_space_new";
%feature("python:tp_new") fm_py_buffer "fm_py_no_new";
%feature("python:tp_new") fm_py_plane "fm_py_no_new";
%feature("python:tp_new") fm_py_window "fm_py_no_new";

%{
static void *fm_py_self(PyObject *object);

static int fm_py_judge(fm_py_buffer *self, Py_buffer *view)
{
	view->obj = NULL;
	if (!self || !self->pool) {
		fm_py_raise(FM_E_STALE, NULL);
		return -1;
	}
	return 0;
}

static int fm_py_buffer_get(PyObject *object, Py_buffer *view, int flags)
{
	fm_py_buffer *self = (fm_py_buffer *)fm_py_self(object);
	int failed = fm_py_judge(self, view) || PyBuffer_FillInfo(view, object, self->buffer.data, (Py_ssize_t)self->buffer.len, 0, flags);
	if (!failed)
		self->exports++;
	return failed ? -1 : 0;
}

static void fm_py_buffer_done(PyObject *object, Py_buffer *view)
{
	(void)view;
	((fm_py_buffer *)fm_py_self(object))->exports--;
}

/* height x width, and x channel where a pixel is more than one item: strides say where rows begin, so nothing is copied. */
static int fm_py_plane_get(PyObject *object, Py_buffer *view, int flags)
{
	fm_py_plane *self = (fm_py_plane *)fm_py_self(object);
	const char *letter;
	int whole;
	if (fm_py_judge(self ? &self->base : NULL, view))
		return -1;
	whole = self->strides[0] == self->shape[1] * self->strides[1];
	if ((flags & PyBUF_STRIDES) != PyBUF_STRIDES && !whole) {
		PyErr_SetString(PyExc_BufferError, "the rows of this plane are apart: the consumer must take strides, or row_align=1 makes them touch");
		return -1;
	}
	if ((flags & PyBUF_F_CONTIGUOUS) == PyBUF_F_CONTIGUOUS || ((flags & PyBUF_C_CONTIGUOUS) == PyBUF_C_CONTIGUOUS && !whole)) {
		PyErr_SetString(PyExc_BufferError, "the plane is not contiguous that way: make it with row_align=1");
		return -1;
	}
	view->buf = self->base.buffer.data;
	view->len = self->shape[0] * self->shape[1] * self->strides[1];
	view->readonly = 0;
	view->itemsize = fm_py_item_of(&self->plane, &letter);
	view->format = (flags & PyBUF_FORMAT) == PyBUF_FORMAT ? (char *)letter : NULL;
	view->ndim = self->shape[2] > 1 ? 3 : 2;
	view->shape = (flags & PyBUF_ND) == PyBUF_ND ? self->shape : NULL;
	view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? self->strides : NULL;
	view->suboffsets = NULL;
	view->internal = NULL;
	Py_INCREF(object);
	view->obj = object;
	self->base.exports++;
	return 0;
}

static int fm_py_window_get(PyObject *object, Py_buffer *view, int flags)
{
	fm_py_window *self = (fm_py_window *)fm_py_self(object);
	if (!self) {
		view->obj = NULL;
		fm_py_raise(FM_E_ARGUMENT, NULL);
		return -1;
	}
	return PyBuffer_FillInfo(view, object, self->data, (Py_ssize_t)self->len, 0, flags);
}
%}
%wrapper %{
static void *fm_py_self(PyObject *object)
{
	return ((SwigPyObject *)object)->ptr;
}

static PyObject *fm_py_empty(PyTypeObject *type, PyObject *arguments, PyObject *words, swig_type_info *what)
{
	PyObject *object = PyType_GenericNew(type, arguments, words);
	if (object)
		((SwigPyObject *)object)->ty = what;
	return object;
}

static PyObject *fm_py_pool_new(PyTypeObject *type, PyObject *arguments, PyObject *words)
{
	return fm_py_empty(type, arguments, words, SWIGTYPE_p_fm_py_pool);
}

static PyObject *fm_py_space_new(PyTypeObject *type, PyObject *arguments, PyObject *words)
{
	return fm_py_empty(type, arguments, words, SWIGTYPE_p_fm_py_space);
}

static PyObject *fm_py_no_new(PyTypeObject *type, PyObject *arguments, PyObject *words)
{
	(void)arguments, (void)words;
	PyErr_Format(PyExc_TypeError, "a pool or space makes a %s", type->tp_name);
	return NULL;
}
%}

%init %{
	PyModule_AddIntConstant(m, "major", FM_VERSION_MAJOR);
	PyModule_AddStringConstant(m, "headers", FM_VERSION_STRING);
%}

%nodefaultctor fm_py_buffer;
%nodefaultctor fm_py_plane;
%nodefaultctor fm_py_window;
%newobject fm_py_pool::acquire;
%newobject fm_py_pool::acquire_aligned;
%newobject fm_py_pool::take_plane;
%newobject fm_py_space::window;
%apply int DONE { int close, int release, int seal, int reset, int read_usage, int connect };

%inline %{
/* `maker` makes exceptions: (what, status, refusal) -> exception; `formats` is the enumeration of pixel formats. */
static int connect(PyObject *maker, PyObject *formats)
{
	Py_INCREF(maker);
	Py_XSETREF(fm_py_raiser, maker);
	Py_INCREF(formats);
	Py_XSETREF(fm_py_formats, formats);
	return 0;
}
%}

typedef struct fm_py_space {
	%extend {
		fm_py_space(const fm_profile *profile)
		{
			fm_py_space *made = (fm_py_space *)calloc(1, sizeof *made);
			fm_refusal why;
			fm_status status;
			if (!made)
				return (fm_py_space *)fm_py_memory(made);
			fm_struct_init(&why, sizeof why);
			status = fm_space_open(profile, NULL, &made->handle, &why);
			if (status) {
				free(made);
				fm_py_raise(status, &why);
				return NULL;
			}
			return made;
		}
		~fm_py_space()
		{
			fm_space_unref($self->handle);
			free($self);
		}
		int close()
		{
			fm_status status = $self->handle ? fm_space_close($self->handle) : FM_OK;
			if (status) {
				fm_py_raise(status, NULL);
				return -1;
			}
			$self->handle = NULL;
			return 0;
		}
		bool closed;
		int read_usage(const char *region, fm_region_usage *usage)
		{
			fm_status status;
			if (!fm_py_open($self->handle, "space"))
				return -1;
			status = fm_space_get_usage($self->handle, region, usage);
			if (status)
				fm_py_raise(status, NULL);
			return status ? -1 : 0;
		}
		fm_py_window *window(uint64_t value, uint32_t space, uint64_t size)
		{
			fm_address address = { value, space, 0 };
			fm_refusal why;
			fm_py_window *made;
			fm_status status;
			if (!fm_py_open($self->handle, "space"))
				return NULL;
			made = (fm_py_window *)calloc(1, sizeof *made);
			if (!made)
				return (fm_py_window *)fm_py_memory(made);
			fm_struct_init(&why, sizeof why);
			status = fm_space_to_host($self->handle, address, size, &made->data, &why);
			if (status) {
				free(made);
				fm_py_raise(status, &why);
				return NULL;
			}
			made->space = fm_space_ref($self->handle);
			made->len = (size_t)size;
			return made;
		}
		PyObject *guest(uint64_t pointer)
		{
			fm_address address = { 0, 0, 0 };
			fm_status status;
			if (!fm_py_open($self->handle, "space"))
				return NULL;
			status = fm_space_to_guest($self->handle, (const void *)(uintptr_t)pointer, &address);
			if (status) {
				fm_py_raise(status, NULL);
				return NULL;
			}
			return Py_BuildValue("(KI)", (unsigned long long)address.value, (unsigned)address.space);
		}
	}
} fm_py_space;

typedef struct fm_py_pool {
	%extend {
		fm_py_pool(const char *strategy, const char *name, size_t capacity, size_t block_size, size_t alignment, uint32_t max_buffers,
			fm_py_space *space, const char *region, const char *wants)
		{
			fm_refusal why;
			fm_status status;
			fm_py_pool *made;
			if (space && !fm_py_open(space->handle, "space"))
				return NULL;
			made = (fm_py_pool *)calloc(1, sizeof *made);
			if (!made)
				return (fm_py_pool *)fm_py_memory(made);
			fm_struct_init(&why, sizeof why);
			status = fm_pool_make(strategy, name, capacity, block_size, alignment, max_buffers, space ? space->handle : NULL, region, wants,
				&made->handle, &why);
			if (status) {
				free(made);
				fm_py_raise(status, &why);
				return NULL;
			}
			return made;
		}
		~fm_py_pool()
		{
			fm_pool_unref($self->handle);
			free($self);
		}
		/* Closing twice is fine, as with files. */
		int close()
		{
			fm_status status = $self->handle ? fm_pool_close($self->handle) : FM_OK;
			if (status) {
				fm_py_raise(status, NULL);
				return -1;
			}
			$self->handle = NULL;
			return 0;
		}
		bool closed;
		int seal()
		{
			return fm_py_open($self->handle, "pool") ? (int)fm_pool_seal($self->handle) : -1;
		}
		int reset()
		{
			fm_status status;
			if (!fm_py_open($self->handle, "pool"))
				return -1;
			status = fm_pool_reset($self->handle);
			if (status)
				fm_py_raise(status, NULL);
			return status ? -1 : 0;
		}
		int read_usage(fm_pool_usage *usage)
		{
			if (!fm_py_open($self->handle, "pool"))
				return -1;
			return (int)fm_pool_get_usage($self->handle, usage);
		}
		PyObject *names()
		{
			if (!fm_py_open($self->handle, "pool"))
				return NULL;
			return Py_BuildValue("(ss)", fm_pool_name($self->handle), fm_pool_strategy($self->handle));
		}
		/* Raises what acquire() would, without asking for it. */
		PyObject *explain(size_t size, size_t align = 0)
		{
			fm_refusal why;
			fm_status status;
			if (!fm_py_open($self->handle, "pool"))
				return NULL;
			fm_struct_init(&why, sizeof why);
			status = fm_pool_explain($self->handle, FM_REQUEST_BUFFER, size, align, &why);
			if (!status)
				Py_RETURN_NONE;
			fm_py_raise(status, &why);
			return NULL;
		}
		fm_py_buffer *acquire(size_t size) { return fm_py_acquire($self, size, 0); }
		fm_py_buffer *acquire_aligned(size_t size, size_t align) { return fm_py_acquire($self, size, align); }
		fm_py_plane *take_plane(uint32_t width, uint32_t height, uint32_t format, uint32_t row_align)
		{
			return fm_py_take_plane($self, width, height, format, row_align);
		}
	}
} fm_py_pool;

%define FM_PY_BUFFER(base)
		int release() { return fm_py_release(base); }
		PyObject *__enter__(PyObject *SELF)
		{
			if (fm_py_open((base)->pool, "buffer"))
				Py_INCREF(SELF);
			else
				SELF = NULL;
			return SELF;
		}
		PyObject *__exit__(PyObject *type, PyObject *value, PyObject *trace)
		{
			(void)type, (void)value, (void)trace;
			return fm_py_leave(base);
		}
		bool released;
		size_t nbytes;
		uint64_t address;
		uint64_t token;
%enddef
%{
#define FM_PY_ATTRIBUTES(type, base)                                                                                        \
	static bool type##_released_get(const type *self) { return (base)->pool == NULL; }                                  \
	static size_t type##_nbytes_get(const type *self) { return (base)->buffer.len; }                                    \
	static uint64_t type##_address_get(const type *self) { return (base)->pool ? (uint64_t)(uintptr_t)(base)->buffer.data : 0; } \
	static uint64_t type##_token_get(const type *self) { return (base)->buffer.token; }
FM_PY_ATTRIBUTES(fm_py_buffer, self)
FM_PY_ATTRIBUTES(fm_py_plane, &self->base)
static uint32_t fm_py_plane_width_get(const fm_py_plane *self) { return self->plane.width; }
static uint32_t fm_py_plane_height_get(const fm_py_plane *self) { return self->plane.height; }
static uint32_t fm_py_plane_stride_get(const fm_py_plane *self) { return self->plane.stride; }
static uint32_t fm_py_plane_pixel_bits_get(const fm_py_plane *self) { return self->plane.pixel_bits; }
static PyObject *fm_py_plane_format_get(const fm_py_plane *self) { return PyObject_CallFunction(fm_py_formats, "I", (unsigned)self->plane.format); }
static bool fm_py_pool_closed_get(const fm_py_pool *self) { return self->handle == NULL; }
static bool fm_py_space_closed_get(const fm_py_space *self) { return self->handle == NULL; }
%}

typedef struct fm_py_buffer {
	%extend {
		~fm_py_buffer() { fm_py_drop($self); }
		FM_PY_BUFFER($self)
		size_t __len__() { return $self->buffer.len; }
		PyObject *__repr__() { return fm_py_buffer_repr($self); }
	}
} fm_py_buffer;

typedef struct fm_py_plane {
	%extend {
		~fm_py_plane() { fm_py_drop(&$self->base); }
		FM_PY_BUFFER(&$self->base)
		uint32_t width;
		uint32_t height;
		uint32_t stride;
		uint32_t pixel_bits;
		PyObject *format;
		PyObject *__repr__() { return fm_py_plane_repr($self); }
	}
} fm_py_plane;

typedef struct fm_py_window {
	%extend {
		~fm_py_window()
		{
			fm_space_unref($self->space);
			free($self);
		}
	}
} fm_py_window;
