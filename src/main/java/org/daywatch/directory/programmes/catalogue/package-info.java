/** Programmes and what they demand, from the database and from the file that is shipped. */
@NullMarked
package org.daywatch.directory.programmes.catalogue;

import org.jspecify.annotations.NullMarked;
