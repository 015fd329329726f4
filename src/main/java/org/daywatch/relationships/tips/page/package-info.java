/** The door's page as it is served to everybody: the list of its hashes, who signs it, and how it is checked. */
@NullMarked
package org.daywatch.relationships.tips.page;

import org.jspecify.annotations.NullMarked;
