/** What a caller claims, held against what the school knows: a suggestion, never more. */
@NullMarked
package org.daywatch.emergencies.incidents.claims;

import org.jspecify.annotations.NullMarked;
