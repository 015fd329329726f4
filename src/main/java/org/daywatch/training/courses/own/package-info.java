/** Pages on which an agency or a district adds courses of its own and takes them off the shelf. */
@NullMarked
package org.daywatch.training.courses.own;

import org.jspecify.annotations.NullMarked;
