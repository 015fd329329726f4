package org.daywatch.house.shape;

/** Planted classes for the test of shapes: two that do both, two that do one each. */
public interface Shape {}
