/** Strict reading of JSON files: every value knows its line and its path, and every fault is named with both. */
@org.springframework.modulith.NamedInterface("json")
@NullMarked
package org.daywatch.platform.json;

import org.jspecify.annotations.NullMarked;
