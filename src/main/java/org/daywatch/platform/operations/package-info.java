/** What an operator must know: what failed, what is old, what is kept. */
@org.springframework.modulith.NamedInterface("operations")
@NullMarked
package org.daywatch.platform.operations;

import org.jspecify.annotations.NullMarked;
