/** Breaking the glass, reading under it, and the list of who did. */
@NullMarked
package org.daywatch.relationships.threats.glass.pages;

import org.jspecify.annotations.NullMarked;
