/** What a threat assessment is and what becomes of it: rules without a database. */
@NullMarked
package org.daywatch.relationships.threats.cases;

import org.jspecify.annotations.NullMarked;
