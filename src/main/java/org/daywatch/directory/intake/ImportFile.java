package org.daywatch.directory.intake;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file to take in: where it lies, what its owner calls it, and the district meant where the file does not say. */
public record ImportFile(Path path, String name, @Nullable UUID districtId) {}
