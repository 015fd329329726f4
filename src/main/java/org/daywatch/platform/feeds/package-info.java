/** Addresses under which one person's own records can be fetched without signing in, until the person revokes them. */
@org.springframework.modulith.NamedInterface("feeds")
@NullMarked
package org.daywatch.platform.feeds;

import org.jspecify.annotations.NullMarked;
