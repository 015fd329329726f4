/**
 * The clauses of agreements: a library, rules about what a text must cover and must not say, and the check of a text
 * against them.
 */
@NullMarked
package org.daywatch.planning.agreements.clauses;

import org.jspecify.annotations.NullMarked;
