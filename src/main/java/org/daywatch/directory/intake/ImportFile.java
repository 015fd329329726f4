package org.daywatch.directory.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to take in: where it lies, what its owner calls it, and the district meant where the file does not say.
 *
 * @param leaversConfirmed somebody said that students a roster no longer names have left, even where they are many
 */
public record ImportFile(Path path, String name, @Nullable UUID districtId, boolean leaversConfirmed,
        ForCalendar calendar) {

    /**
     * What a calendar's sender adds. @param acceptLikely likely readings of titles count @param firstDay and lastDay of
     * school, where the file does not tell them
     */
    public record ForCalendar(boolean acceptLikely, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {

        public static final ForCalendar NOTHING = new ForCalendar(false, null, null);
    }

    public ImportFile(Path path, String name, @Nullable UUID districtId, boolean leaversConfirmed) {
        this(path, name, districtId, leaversConfirmed, ForCalendar.NOTHING);
    }

    public ImportFile with(ForCalendar more) {
        return new ImportFile(path, name, districtId, leaversConfirmed, more);
    }

    public ImportFile ofDistrict(UUID district) {
        return new ImportFile(path, name, district, leaversConfirmed, calendar);
    }

    public ImportFile(Path path, String name, @Nullable UUID districtId) {
        this(path, name, districtId, false);
    }
}
