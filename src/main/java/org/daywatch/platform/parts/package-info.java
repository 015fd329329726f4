/** How the parts of the application find each other while it starts. */
@NullMarked
package org.daywatch.platform.parts;

import org.jspecify.annotations.NullMarked;
