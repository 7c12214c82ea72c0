/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem: what memory a platform has, whether an access is allowed, where things go, who used how much. The umbrella header. */
#ifndef FLIGHTMEM_H
#define FLIGHTMEM_H

#include <flightmem/abi.h>
#include <flightmem/address.h>
#include <flightmem/advice.h>
#include <flightmem/api.h>
#include <flightmem/block.h>
#include <flightmem/buffer.h>
#include <flightmem/capability.h>
#include <flightmem/checked.h>
#include <flightmem/compiler.h>
#include <flightmem/frame.h>
#include <flightmem/host.h>
#include <flightmem/inline/arena.h>
#include <flightmem/inline/slots.h>
#include <flightmem/load.h>
#include <flightmem/picture.h>
#include <flightmem/plane.h>
#include <flightmem/pool.h>
#include <flightmem/process.h>
#include <flightmem/profile.h>
#include <flightmem/provider.h>
#include <flightmem/quiet.h>
#include <flightmem/range.h>
#include <flightmem/refusal.h>
#include <flightmem/resolve.h>
#include <flightmem/screen.h>
#include <flightmem/size.h>
#include <flightmem/space.h>
#include <flightmem/status.h>
#include <flightmem/strategy.h>
#include <flightmem/tile.h>
#include <flightmem/validator.h>
#include <flightmem/version.h>

#endif
