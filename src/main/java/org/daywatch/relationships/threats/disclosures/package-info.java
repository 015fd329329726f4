/**
 * What of a threat assessment goes to police or a parent: the grounds, the record of it, and who reads it meanwhile.
 */
@NullMarked
package org.daywatch.relationships.threats.disclosures;

import org.jspecify.annotations.NullMarked;
