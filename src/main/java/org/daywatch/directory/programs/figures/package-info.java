/**
 * What is due, in numbers a principal plans by: each drill once, whatever number of demands it meets; and what another
 * number of a program would change.
 */
@org.springframework.modulith.NamedInterface("programs.figures")
@NullMarked
package org.daywatch.directory.programs.figures;

import org.jspecify.annotations.NullMarked;
