/**
 * The queue of tips as stored: who enters which tip, and what people do about one. None of its words stands in the
 * queue.
 */
@NullMarked
package org.daywatch.relationships.triage.queue;

import org.jspecify.annotations.NullMarked;
