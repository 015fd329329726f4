/** The embedded or external PostgreSQL: started, secured, migrated and checked. */
@org.springframework.modulith.NamedInterface("database")
@NullMarked
package org.daywatch.platform.database;

import org.jspecify.annotations.NullMarked;
