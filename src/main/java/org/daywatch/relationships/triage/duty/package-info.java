/**
 * Who is told of a tip, by a message without its words: those on duty of one about a life, one after the other, and
 * whoever it was routed to.
 */
@NullMarked
package org.daywatch.relationships.triage.duty;

import org.jspecify.annotations.NullMarked;
