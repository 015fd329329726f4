package org.daywatch.directory.intake;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to take in: where it lies, what its owner calls it, and the district meant where the file does not say.
 *
 * @param leaversConfirmed somebody said that pupils a roster no longer names have left, even where they are many
 */
public record ImportFile(Path path, String name, @Nullable UUID districtId, boolean leaversConfirmed) {

    public ImportFile(Path path, String name, @Nullable UUID districtId) {
        this(path, name, districtId, false);
    }
}
