package org.daywatch.relationships.threats.cases;

import org.jspecify.annotations.Nullable;

/**
 * The model a case keeps, whatever holds later.
 *
 * @param rule which version of which rule said so; null for cases from before there was a second model
 */
public record OpenedUnder(AssessmentModel model, @Nullable String rule) {}
