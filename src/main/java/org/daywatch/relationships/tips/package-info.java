/** Tips without a name, from the moment they are handed on. */
@NullMarked
package org.daywatch.relationships.tips;

import org.jspecify.annotations.NullMarked;
