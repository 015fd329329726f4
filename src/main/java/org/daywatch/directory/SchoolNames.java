package org.daywatch.directory;

import java.util.List;

/** Schools by what people call them. */
public interface SchoolNames {

    /** Schools whose name contains the words, in order of name, at most that many; archived ones are left out. */
    List<Campus> named(String words, int most);
}
