/** The few kinds of things that go wrong, and one answer to each. */
@org.springframework.modulith.NamedInterface("errors")
@NullMarked
package org.daywatch.platform.errors;

import org.jspecify.annotations.NullMarked;
