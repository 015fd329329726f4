/** The campus walked with the phone: item by item, layer by layer, with photos. */
@NullMarked
package org.daywatch.prevention.assessments.walk;

import org.jspecify.annotations.NullMarked;
