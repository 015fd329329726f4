/** Files with rows about people: how many rows one person takes, and which of them wait for a second one. */
@NullMarked
@NamedInterface("people-files")
package org.daywatch.platform.exports.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
