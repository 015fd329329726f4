/** What is due, in numbers a principal plans by: each thing once, whatever number of demands it meets. */
@org.springframework.modulith.NamedInterface("counting")
@NullMarked
package org.daywatch.directory.counting;

import org.jspecify.annotations.NullMarked;
