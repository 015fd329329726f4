package org.daywatch.house.circle.above;

import org.daywatch.house.circle.below.Below;

/** One half of a circle that {@code CirclesTest} must find. */
public record Above(Below below) {}
