/** Students go home with the right adult: greet, card, verify, fetch, the student's own answer, matched halves. */
@org.springframework.modulith.NamedInterface("reunification")
@NullMarked
package org.daywatch.emergencies.reunification;

import org.jspecify.annotations.NullMarked;
