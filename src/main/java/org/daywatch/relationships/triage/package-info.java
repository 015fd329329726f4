/** What becomes of a tip once it was handed on: who reads it by when, who gets it, and how it ends. Rules; pure. */
@NullMarked
package org.daywatch.relationships.triage;

import org.jspecify.annotations.NullMarked;
