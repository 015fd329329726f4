/**
 * Floor and site plans of a school, sealed: an opening has a purpose, lasts a quarter of an hour, and its owner is
 * told.
 */
@org.springframework.modulith.NamedInterface("plans")
@NullMarked
package org.daywatch.directory.plans;

import org.jspecify.annotations.NullMarked;
