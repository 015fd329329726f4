/** What a team is asked to gather before it decides: dated data, what protects a student first. */
@NullMarked
package org.daywatch.relationships.threats.prompts;

import org.jspecify.annotations.NullMarked;
