/** Codes that open a door once. */
@NullMarked
package org.daywatch.platform.identity.codes;

import org.jspecify.annotations.NullMarked;
