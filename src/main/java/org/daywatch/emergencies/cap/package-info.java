/**
 * The Common Alerting Protocol 1.2 (OASIS): a message as a record, read strictly, checked beyond its structure,
 * written, signed.
 */
@NullMarked
package org.daywatch.emergencies.cap;

import org.jspecify.annotations.NullMarked;
