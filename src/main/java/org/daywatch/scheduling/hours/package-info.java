/**
 * One clock per officer: every hour they work or will work, for whomever, laid together so that each minute counts
 * once.
 */
@org.springframework.modulith.NamedInterface("hours")
@NullMarked
package org.daywatch.scheduling.hours;

import org.jspecify.annotations.NullMarked;
