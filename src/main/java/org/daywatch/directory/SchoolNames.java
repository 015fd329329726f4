package org.daywatch.directory;

import java.util.List;
import java.util.UUID;

/** Schools by what people call them. */
public interface SchoolNames {

    /** Schools whose name contains the words, in order of name, at most that many; archived ones are left out. */
    List<Campus> named(String words, int most);

    /** Those of a district that have this national, state or roster number, or exactly this name in any case. */
    List<Campus> called(UUID district, String numberOrName);
}
