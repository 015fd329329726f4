/** The demonstration: an invented program, told through the rooms' own commands, and one-click personas. */
@org.springframework.modulith.NamedInterface("demo")
@NullMarked
package org.daywatch.platform.demo;

import org.jspecify.annotations.NullMarked;
