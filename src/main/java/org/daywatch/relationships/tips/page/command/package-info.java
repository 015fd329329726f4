/** {@code daywatch tips …} */
@org.springframework.modulith.NamedInterface("command")
@NullMarked
package org.daywatch.relationships.tips.page.command;

import org.jspecify.annotations.NullMarked;
