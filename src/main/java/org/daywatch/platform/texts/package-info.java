/**
 * All sentences for people, in English and Spanish. It leans on nothing, so that whatever speaks may lean on it: pages,
 * letters, reports, commands.
 */
@org.springframework.modulith.NamedInterface("texts")
@NullMarked
package org.daywatch.platform.texts;

import org.jspecify.annotations.NullMarked;
