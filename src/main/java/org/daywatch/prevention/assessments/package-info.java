/** Site assessments: walked with the phone, judged, accepted by somebody else, repeated every few years. */
@NullMarked
package org.daywatch.prevention.assessments;

import org.jspecify.annotations.NullMarked;
