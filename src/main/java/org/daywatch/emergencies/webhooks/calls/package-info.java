/**
 * One message to one address: which addresses may be called at all, the call, its signature, and when it is tried
 * again.
 */
@NullMarked
package org.daywatch.emergencies.webhooks.calls;

import org.jspecify.annotations.NullMarked;
