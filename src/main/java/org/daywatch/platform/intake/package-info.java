/** Taking in files written by others: what they are, how they are encoded, which of their rows can be trusted. */
@org.springframework.modulith.NamedInterface("intake")
@NullMarked
package org.daywatch.platform.intake;

import org.jspecify.annotations.NullMarked;
