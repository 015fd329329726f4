/** Personal data of this room: how long it is kept, and what people are told about themselves. */
@NullMarked
package org.daywatch.directory.personal;

import org.jspecify.annotations.NullMarked;
