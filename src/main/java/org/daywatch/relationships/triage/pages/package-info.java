/** The queue and a tip for those who read them, and who is on duty. */
@NullMarked
package org.daywatch.relationships.triage.pages;

import org.jspecify.annotations.NullMarked;
