package org.daywatch.house.circle.below;

import org.daywatch.house.circle.above.Above;

/** The other half. */
public record Below(Above above) {}
