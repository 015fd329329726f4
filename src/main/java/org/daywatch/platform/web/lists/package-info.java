/** Plain lists: their columns are declared once; page, search, filters, order, file, form and withdrawal follow. */
@org.springframework.modulith.NamedInterface("lists")
@NullMarked
package org.daywatch.platform.web.lists;

import org.jspecify.annotations.NullMarked;
