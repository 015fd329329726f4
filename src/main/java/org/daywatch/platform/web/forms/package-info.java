/** What forms have in common: single fields as they come, and the act of a button with its sentence and its way on. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package org.daywatch.platform.web.forms;

import org.jspecify.annotations.NullMarked;
