/** Who may let a stopped card go on alone: named by somebody else, before anything happens. */
@NullMarked
package org.daywatch.emergencies.reunification.approvers;

import org.jspecify.annotations.NullMarked;
