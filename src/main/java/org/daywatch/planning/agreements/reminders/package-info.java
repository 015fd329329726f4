/** When an agreement is spoken of: reminders of both parties, those above them once it is late, first screens. */
@NullMarked
package org.daywatch.planning.agreements.reminders;

import org.jspecify.annotations.NullMarked;
