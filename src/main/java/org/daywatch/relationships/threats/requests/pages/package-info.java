/** Requests of parents: entered, prepared, answered, and the paper a parent is shown. */
@NullMarked
package org.daywatch.relationships.threats.requests.pages;

import org.jspecify.annotations.NullMarked;
