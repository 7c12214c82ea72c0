/* SPDX-License-Identifier: MIT */
/** @file
 * What kind of process it is: architecture, byte order, pages, addresses. */
#include "host/text.h"

#include "os/cpu.h"
#include "os/process.h"

/** Entries of the auxiliary vector, the same on every architecture (getauxval(3)). */
enum { AUX_END = 0, AUX_PAGE = 6, AUX_EXECFN = 31 };

/** A word of 4 or 8 bytes in either order. */
static uint64_t word_at(const char *bytes, unsigned size, int big)
{
	uint64_t word = 0;

	for (unsigned i = 0; i < size; i++)
		word = word << 8 | (unsigned char)bytes[big ? i : size - 1 - i];
	return word;
}

/** What an auxiliary vector says. */
struct aux_vector {
	uint64_t page, stack; /**< 0: it does not say */
};

/** Reads the text as a vector of such words. Returns 1 iff it is one: it ends with its last entry, and its page is a power of two. */
static int read_vector(const fm_host *host, unsigned size, int big, struct aux_vector *vector)
{
	*vector = (struct aux_vector){ 0, 0 };
	for (size_t at = 0; at + 2 * size <= host->length; at += 2 * size) {
		uint64_t type = word_at(host->text + at, size, big), value = word_at(host->text + at + size, size, big);

		if (type == AUX_PAGE)
			vector->page = value;
		if (type == AUX_EXECFN)
			vector->stack = value;
		if (type == AUX_END)
			return at + 2 * size == host->length && vector->page >= 512 && (vector->page & (vector->page - 1)) == 0;
	}
	return 0;
}

/** Which words /proc/self/auxv is made of tells width and order. */
static void read_root_vector(fm_host *host, struct aux_vector *vector)
{
	unsigned form = 0;

	fm_host_text_read(host, "proc/self/auxv");
	while (form < 4 && !read_vector(host, form < 2 ? 8 : 4, form & 1, vector))
		form++;
	if (form == 4) {
		*vector = (struct aux_vector){ 0, 0 };
		return;
	}
	fm_host_know(host, FM_HOST_POINTER, form < 2 ? 64 : 32, FM_FROM_AUXV);
	fm_host_know(host, FM_HOST_ENDIAN, form & 1 ? FM_ENDIAN_BIG : FM_ENDIAN_LITTLE, FM_FROM_AUXV);
}

/** Architectures by what a kernel calls itself, and by a line of /proc/cpuinfo. */
static const struct arch {
	char machine[8];
	char key[16];
	char value[9]; /**< what the line begins with; "": anything */
	uint8_t number;
	uint8_t page_max_shift; /**< of the largest page: max-page-size of the ABI's linkers */
} archs[] = {
	{ "x86_64", "address sizes", "", FM_ARCH_X86_64, 12 },
	{ "aarch64", "CPU implementer", "", FM_ARCH_AARCH64, 16 },
	{ "riscv64", "isa", "rv64", FM_ARCH_RISCV64, 12 },
	{ "ppc64le", "cpu", "POWER", FM_ARCH_PPC64LE, 16 },
	{ "s390x", "vendor_id", "IBM/S390", FM_ARCH_S390X, 12 },
	{ "i686", "", "", FM_ARCH_X86, 12 },
	{ "armv7l", "", "", FM_ARCH_ARM, 16 },
};

#define ARCHS (sizeof archs / sizeof archs[0])

/** 1 iff the first CPU of /proc/cpuinfo looks so. */
static int looks_like(const fm_host *host, const struct arch *arch)
{
	const char *at = arch->key[0] == '\0' ? NULL : fm_host_text_find(host, arch->key);

	return at != NULL && fm_host_text_after(at, arch->value) != NULL;
}

static void know_arch(fm_host *host, const struct arch *arch, enum fm_host_source source)
{
	fm_host_know(host, FM_HOST_ARCH, arch->number, source);
	fm_host_know(host, FM_HOST_PAGE_MAX, UINT64_C(1) << arch->page_max_shift, FM_FROM_PSABI);
}

/** The kernel's own name for it (Linux 6.1); else the CPU's looks, which are those of POWER in both byte orders. */
static void read_root_arch(fm_host *host)
{
	uint32_t named = fm_host_text_read(host, "proc/sys/kernel/arch");

	if (named != FM_CAPABILITY_YES)
		fm_host_text_read(host, "proc/cpuinfo");
	for (const struct arch *arch = archs; arch < archs + ARCHS; arch++) {
		if (named == FM_CAPABILITY_YES && fm_host_text_is(host->text, arch->machine))
			know_arch(host, arch, FM_FROM_ARCH);
		else if (named != FM_CAPABILITY_YES && looks_like(host, arch) &&
			 (arch->number != FM_ARCH_PPC64LE || fm_host_value(host, FM_HOST_ENDIAN) == FM_ENDIAN_LITTLE))
			know_arch(host, arch, FM_FROM_CPUINFO);
	}
}

/** The process that this is needs no files: the library was made for its kind. */
static void ask_process(fm_host *host, struct aux_vector *vector)
{
	static const uint16_t one = 1;

	for (const struct arch *arch = archs; arch < archs + ARCHS; arch++)
		if (arch->number == fm_cpu_arch())
			know_arch(host, arch, FM_FROM_COMPILER);
	fm_host_know(host, FM_HOST_ENDIAN, *(const unsigned char *)&one == 1 ? FM_ENDIAN_LITTLE : FM_ENDIAN_BIG, FM_FROM_COMPILER);
	fm_host_know(host, FM_HOST_POINTER, sizeof(void *) * 8, FM_FROM_COMPILER);
	*vector = (struct aux_vector){ fm_process_aux(AUX_PAGE), fm_process_aux(AUX_EXECFN) };
}

void fm_host_read_process(fm_host *host)
{
	enum { LEAST_BITS = 20 };
	struct aux_vector vector;
	enum fm_host_source source = FM_FROM_PAGESZ;
	unsigned bits = 0;

	if (host->live) {
		ask_process(host, &vector);
	} else {
		read_root_vector(host, &vector);
		read_root_arch(host);
	}
	if (vector.page == 0 && host->live) {
		vector.page = fm_process_page();
		source = FM_FROM_SYSCONF;
	}
	if (vector.page != 0) {
		fm_host_know(host, FM_HOST_PAGE, vector.page, source);
		fm_host_know(host, FM_HOST_GRANULARITY, vector.page, FM_FROM_MMAP);
	}
	/* The name of the program lies at the top of the first stack, below the end of what is had without asking for more. */
	while (bits < 63 && vector.stack >> bits != 0)
		bits++;
	if (bits > LEAST_BITS)
		fm_host_know(host, FM_HOST_ADDRESS_END, UINT64_C(1) << bits, FM_FROM_EXECFN);
}
