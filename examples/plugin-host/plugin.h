/* SPDX-License-Identifier: MIT */
/** @file
 * What a plugin is to the host: five functions behind one symbol. Nothing here knows flightmem. */
#ifndef PLUGIN_HOST_PLUGIN_H
#define PLUGIN_HOST_PLUGIN_H

/** A plugin. Its functions may be called until it is unloaded; work() from any thread. */
struct plugin {
	int (*start)(void);           /**< 0, or not: then failure() says why, and only that and unloading may follow */
	const char *(*failure)(void); /**< why start() or work() failed; static, of the plugin */
	const char *(*about)(void);   /**< one line about itself; static, of the plugin */
	int (*work)(void);            /**< does some work in this thread, and leaves nothing behind; 0, or not */
	void (*stop)(void);           /**< undoes start() */
};

/** The one symbol that the host looks up. */
#define PLUGIN_SYMBOL "plugin_get"

typedef const struct plugin *(*plugin_get_function)(void);

#endif
