/** The record of disclosures of a case, and what a peace officer reads of it. */
@NullMarked
package org.daywatch.relationships.threats.disclosures.pages;

import org.jspecify.annotations.NullMarked;
