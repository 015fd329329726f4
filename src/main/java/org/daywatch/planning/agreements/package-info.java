/**
 * Service agreements and memoranda of understanding: drafted, checked, offered, signed by both parties, renewed or
 * ended.
 */
@NullMarked
package org.daywatch.planning.agreements;

import org.jspecify.annotations.NullMarked;
