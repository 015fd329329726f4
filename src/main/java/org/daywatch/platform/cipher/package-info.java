/** What is kept encrypted in the database, and the key for it, which is not in the database. */
@org.springframework.modulith.NamedInterface("cipher")
@NullMarked
package org.daywatch.platform.cipher;

import org.jspecify.annotations.NullMarked;
