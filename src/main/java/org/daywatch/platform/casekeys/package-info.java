/** Keys of single cases, which live outside the database, its log and its backups, and can be destroyed for good. */
@org.springframework.modulith.NamedInterface("casekeys")
@NullMarked
package org.daywatch.platform.casekeys;

import org.jspecify.annotations.NullMarked;
