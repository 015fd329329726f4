package org.daywatch.directory.protection;

import java.util.UUID;

/** Somebody of the school, or of the whole district, who can be named. */
public record Colleague(UUID person, String name) {}
