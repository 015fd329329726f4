/** Listening in the demonstration: what was written without a name, and what became of it. All of it is invented. */
@NullMarked
package org.daywatch.relationships.demo;

import org.jspecify.annotations.NullMarked;
