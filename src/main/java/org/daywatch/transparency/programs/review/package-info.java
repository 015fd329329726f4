/** A reviewer of the state sees one school or one district by a link that ends, without an account. */
@NullMarked
package org.daywatch.transparency.programs.review;

import org.jspecify.annotations.NullMarked;
