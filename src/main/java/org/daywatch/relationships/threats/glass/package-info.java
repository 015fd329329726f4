/** Opening, with a reason and for a quarter hour, a threat assessment that was not given to oneself. */
@NullMarked
package org.daywatch.relationships.threats.glass;

import org.jspecify.annotations.NullMarked;
