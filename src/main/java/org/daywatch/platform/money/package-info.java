/** Forms and reports on letter money, as PDF. */
@org.springframework.modulith.NamedInterface("money")
@NullMarked
package org.daywatch.platform.money;

import org.jspecify.annotations.NullMarked;
