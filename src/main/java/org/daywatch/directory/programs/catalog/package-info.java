/** Programs and what they demand, from the database and from the file that is shipped. */
@NullMarked
package org.daywatch.directory.programs.catalog;

import org.jspecify.annotations.NullMarked;
